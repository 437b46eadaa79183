"""How a model is read, on a bath with a tap."""
