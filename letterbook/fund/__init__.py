"""The fund's own data: files from which letters take values."""
