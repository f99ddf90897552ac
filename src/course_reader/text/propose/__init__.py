"""Names and terms without an entry, found in texts, grouped, and described by what the texts themselves say."""
