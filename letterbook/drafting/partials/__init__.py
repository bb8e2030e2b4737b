"""The Jinja engine: plain data in, a tree out, and nothing else within reach."""
