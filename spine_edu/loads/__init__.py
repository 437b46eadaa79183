"""What a disc carries, and where its water goes."""
