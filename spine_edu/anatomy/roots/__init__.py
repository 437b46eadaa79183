"""Find out which root a herniation reaches, and how that root would show."""
