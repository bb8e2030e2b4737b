"""The fund's own data: files from which letters take values."""

FOLDER = "fund"
"""The folder of a workspace in which they lie."""
