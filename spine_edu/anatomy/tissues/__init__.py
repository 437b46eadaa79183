"""Nerve supply, blood supply and job of each tissue around a disc."""
