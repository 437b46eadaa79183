"""States as results: the numbers of each part. Pure: no plotly, no widgets, no disk."""
