"""What can be done: treatments, what trials found of them, and what they cost."""
