"""Five pages on a desk, what was lost in copying, and who copied whom."""
