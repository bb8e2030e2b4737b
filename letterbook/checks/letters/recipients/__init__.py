"""Rules of what single recipients get of a letter: what they were promised, and what they may not see."""
