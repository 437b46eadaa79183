"""Zoom out: from the cycle of five boxes to the maps that people with back pain and experts draw."""
