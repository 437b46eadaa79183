"""Guarding: muscles in front and behind hold against each other; what that protects, and what it costs."""
