"""Two voices that contradict each other, and the study that could settle it."""
