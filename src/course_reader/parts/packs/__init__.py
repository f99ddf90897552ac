"""Packs: the page that lists a pack's readings, and the file to print."""
