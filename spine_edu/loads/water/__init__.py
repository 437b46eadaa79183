"""Three days of a disc: load, swelling and height, with or without traction."""
