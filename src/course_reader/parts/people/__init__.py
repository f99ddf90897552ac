"""The people whom the articles of a pack name."""
