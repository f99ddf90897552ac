"""An article: its head, what follows its text, its form in print."""
