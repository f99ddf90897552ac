"""What a build leaves for the next one, and how it is kept whole: its seal, and its lock."""
