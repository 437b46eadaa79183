"""What leaves a disc, what it is called, and whether it stays."""
