"""Who approved which state of a letter, what has changed since, and who was sent what."""
