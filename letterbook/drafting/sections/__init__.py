"""Sections: what `{{ name }}` in an edition prints."""
