"""Hard words, questions, and about this source."""
