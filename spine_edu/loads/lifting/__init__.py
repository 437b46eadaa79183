"""The recommended weight limit of a lift, step by step from the best case."""
