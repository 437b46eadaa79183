"""A tank filled by a push, by the outside and by the loop itself."""
