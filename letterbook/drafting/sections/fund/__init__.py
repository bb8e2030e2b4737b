"""What sections print of a fund: tables of its figures, the terms they use, each number traced to its row."""
