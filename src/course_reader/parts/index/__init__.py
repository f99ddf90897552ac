"""The index of a pack."""
