"""The shelf: all treatments on one scale, against the smallest difference that people notice, with harms beside."""
