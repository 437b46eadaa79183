"""Pressure inside the disc by posture and activity, in two studies that must not be mixed."""
