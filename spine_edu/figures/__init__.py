"""Results as plotly figures: pure, with fixed axes and the same traces for every state."""
