"""The other column: what a page leaves out beside its number, painted first and then laid over."""
