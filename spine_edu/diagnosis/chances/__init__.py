"""Chances in whole people: whom a test finds, how many of them have it, and in whom it was tried."""
