"""The Word writer: one pass over the tree, one package."""
