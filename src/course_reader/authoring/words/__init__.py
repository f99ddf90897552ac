"""What is decided about single words of an article: the entry they name, a meaning, and taking that back."""
