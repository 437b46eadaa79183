"""How a model is read, on a bath with a tap; and a forecast for Noor, kept until it is compared."""
