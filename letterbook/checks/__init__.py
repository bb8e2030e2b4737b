"""Checks: pure functions over a Draft and its edition, yielding findings."""
