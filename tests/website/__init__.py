"""The course's site in a real browser; a package, so that pytest closes it behind its last test."""
