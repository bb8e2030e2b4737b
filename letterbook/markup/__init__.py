"""The dialect: text to tree and back, and the details at the top of a file."""
