"""What can be done: the paths, what each buys, what each costs."""
