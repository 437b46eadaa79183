"""The column as solids: bones, discs, nerves and ligaments, each vertex bound to its vertebrae."""
