"""The only writer of a reader's files."""
