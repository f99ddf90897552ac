"""The sources of a pack."""
