"""A bath with a tap and a drain."""
