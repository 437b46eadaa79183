"""Pressure in the nucleus and tension across the wall, by a formula and as measured."""
