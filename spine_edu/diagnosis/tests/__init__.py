"""Which test would change the plan? What each test lights up of a body, and what is done after each answer."""
