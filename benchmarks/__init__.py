"""How fast the course is; see run.py."""
