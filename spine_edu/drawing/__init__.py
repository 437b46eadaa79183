"""Building blocks of figures, as plain data."""
