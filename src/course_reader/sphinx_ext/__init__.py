"""Where Sphinx calls us: the extension, its events, and running Sphinx in this process."""
