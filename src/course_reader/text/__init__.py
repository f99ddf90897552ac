"""Finding things in a text: pure functions from strings to spans."""
