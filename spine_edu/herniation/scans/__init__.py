"""A hundred herniations, scanned again: published shares, and a curve that is assumed."""
