"""A patient of the whole model with one hidden change."""
