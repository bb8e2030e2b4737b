"""Themes: what they are called, which items carry them, and how they are renamed."""
