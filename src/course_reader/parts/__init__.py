"""Parts of a pack. Each module makes one: its `make(book)` gives what the template sets, in order."""
