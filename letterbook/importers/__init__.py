"""Importers: each reads one kind of export and yields items."""
