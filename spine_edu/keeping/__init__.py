"""What a reader has done, kept for the reader: where (`place`), in which file (`file`), by which rules (`store`)."""
