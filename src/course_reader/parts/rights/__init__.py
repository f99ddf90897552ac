"""Rights and credits of a pack."""
