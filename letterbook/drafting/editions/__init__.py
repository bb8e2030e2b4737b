"""Edition files: read, numbered, referred to, and what they have placed."""
