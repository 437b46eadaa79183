"""What may have changed when a session tells those who listen.

MOMENT: a run rests at a moment whose picture, and all that goes with it, is that of the state there; its frames stay.
"""

SETTINGS, DRAWING, POSITION, WORDS, MOMENT = "settings", "drawing", "position", "words", "moment"
