"""Imported items into the library: matched, merged three ways, recorded."""
