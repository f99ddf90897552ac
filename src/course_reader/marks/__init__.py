"""Reading: from a doctree to its text, the marks in it, and the data shared across documents."""
