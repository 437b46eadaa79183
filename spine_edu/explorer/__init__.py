"""One explorer without a screen, and its faces."""
