"""Rules of the parts of a letter: sections, charts and glossary, and what it passes over."""
