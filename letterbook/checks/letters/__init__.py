"""Rules of letters: semantic checks by profile, each with its reason and its source."""
