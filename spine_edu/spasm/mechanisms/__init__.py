"""Six rival explanations of a tight back muscle on one board, and what would tell them apart."""
