"""Entries that are not simply the reader's own: drafts without a page, and files outside the reader."""
