"""What decides which pages are read and written again: contents, order, links, look."""
