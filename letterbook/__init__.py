"""letterbook drafts investor letters and newsletter editions from curated items."""

__version__ = "0.1.0"
