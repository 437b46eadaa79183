"""Noor's leg pain as the reader foresees it, and later the same line over what a trial measured."""
