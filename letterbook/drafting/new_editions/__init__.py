"""The next edition of a publication, and what was said before."""
