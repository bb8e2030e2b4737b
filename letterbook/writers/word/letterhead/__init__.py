"""Letterheads: a person's Word file opened with suspicion, and a draft put into it, all else untouched."""
