"""Figures in an edition: which one a call means, how it is printed, and the record of where it was."""
