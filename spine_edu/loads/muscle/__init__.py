"""A seesaw over the lowest disc: weights in front, one muscle behind."""
