"""Where things are in a text: pure functions from strings to spans."""
