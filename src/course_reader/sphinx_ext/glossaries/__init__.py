"""Entries of other readers, whose files are outside the reader."""
