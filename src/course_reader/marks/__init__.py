"""Reading: from a doctree to its text, the marks in it, and what is known across documents."""
