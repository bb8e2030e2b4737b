"""Copies for recipients: from an approved file and a table of people to a folder that is ready to send."""
