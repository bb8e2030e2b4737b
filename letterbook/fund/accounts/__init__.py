"""Accounts: what each investor paid in, got back and has in a fund, for their copy of a letter."""
