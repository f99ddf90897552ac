"""What a build leaves behind: its files and the record of them, the index of the search, the file of an e-book."""
