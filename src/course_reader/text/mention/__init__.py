"""Which stretches of a text name an entry."""
