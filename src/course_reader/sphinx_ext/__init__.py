"""The connection to Sphinx: the extension, its events, and running Sphinx in this process."""
