"""What drawings of a Word letter say: the numbers in charts, and the words in diagrams."""
