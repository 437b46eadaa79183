"""Build a bulge, protrusion, extrusion or free piece; the agreed name follows by its rules."""
