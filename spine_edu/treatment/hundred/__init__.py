"""A hundred people of a trial walk through two years: who walks over to the operation, and when."""
