"""Ratios against peers, measured in one interleaved run: `make bench`."""
