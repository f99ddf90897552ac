"""Pre-reading pages: what to know before an article or a pack."""
