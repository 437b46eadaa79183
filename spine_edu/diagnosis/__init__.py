"""Finding out: the story, the examination, the picture, and what cannot wait."""
