"""The teacher's side: guides, hand-outs, answer keys, and a copy of the course for a class."""
