"""Examine the case: ask, test, name what is behind it, and compare."""
