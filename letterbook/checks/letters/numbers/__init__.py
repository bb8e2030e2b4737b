"""Rules of numbers that have to make others, and of those that have moved far."""
