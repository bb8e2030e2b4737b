"""Output: a Draft dressed in its look, written to files, and what is remembered of them."""
