"""Rules of comparisons with an index: which one it is, and who did better."""
