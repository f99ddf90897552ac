"""Places on maps."""
