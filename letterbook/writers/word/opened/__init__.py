"""Word files that others made: opened with suspicion, read with the place of everything in them."""
