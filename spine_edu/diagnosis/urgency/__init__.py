"""Signs sorted onto three doors: what cannot wait, what can for some days, and what takes the usual way."""
