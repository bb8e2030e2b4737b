"""How an item, its heading and its highlights print."""
