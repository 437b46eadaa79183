"""Follow a sentence from the page to what was measured, stone by stone, and watch your own trust."""
