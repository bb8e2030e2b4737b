"""What differs between two letters, and what was carried over from one into the other."""
