"""The pathway as a map: who walks where, which doors bypass it, and what each guideline says of each box."""
