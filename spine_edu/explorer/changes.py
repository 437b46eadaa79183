"""What may have changed when a session tells those who listen."""

SETTINGS, DRAWING, POSITION, WORDS = "settings", "drawing", "position", "words"
