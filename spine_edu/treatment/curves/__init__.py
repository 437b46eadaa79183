"""Two curves: early operation against waiting, and the area between them."""
