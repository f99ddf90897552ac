"""Writing: marks become links and glosses, values become nodes and HTML."""
