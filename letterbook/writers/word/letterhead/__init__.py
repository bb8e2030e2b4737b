"""Letterheads: a person's Word file that a draft is put into, all else untouched."""
