"""The entries that a pack names."""
