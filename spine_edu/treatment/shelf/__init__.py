"""The shelf: all treatments on one scale, against what reviews call worth having, with harms beside."""
