"""Specimens: a look or a letterhead shown with all that a draft can hold."""
