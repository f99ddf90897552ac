"""Knowing: what pages show of each other, as plain values."""
