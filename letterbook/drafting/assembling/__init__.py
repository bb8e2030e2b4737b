"""Assembling: what an edition says put together into one Draft, part by part."""
