"""Staying well: advice by its evidence, calmer words, and the bigger map."""
