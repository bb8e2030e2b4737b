"""The rules of letters: what each asks for, why, and how strictly in which profile."""
