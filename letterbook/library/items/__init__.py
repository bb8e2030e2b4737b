"""Items as files: their grammar, read, rendered and changed by spans."""
