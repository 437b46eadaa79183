"""The herniation–spasm cycle as a whole: a hypothesis made runnable."""
