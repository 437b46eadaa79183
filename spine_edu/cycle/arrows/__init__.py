"""The causal-loop diagram of the herniation–spasm cycle."""
