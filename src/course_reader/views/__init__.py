"""Knowing: the values that pages show of each other, without nodes."""
