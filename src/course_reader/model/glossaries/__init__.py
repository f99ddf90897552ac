"""Entries that are not simply the reader's own: drafts, and those of other readers."""
