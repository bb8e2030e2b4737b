"""Rules of what has to stand beside a return: what makes it fair, and what it rests on."""
