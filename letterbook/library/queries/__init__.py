"""The query language: words in, a selection of items and highlights out."""
