"""What a reader says of the outlets of its texts."""
