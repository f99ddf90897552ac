"""Annotations in other formats: pure functions between JSON and records, which write no files."""
