"""Lists of articles and of entries."""
