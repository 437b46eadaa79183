"""What can be done: the paths, what each buys, and what each costs."""
