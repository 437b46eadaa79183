"""Advice on a ladder of evidence, and what each piece of it buys in people: by lot, and by people's own choice."""
