"""Decides on each field: candidates are compared, and doubts become questions."""
