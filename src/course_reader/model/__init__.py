"""Records of everything in a reader, and how files become records; independent of Sphinx and docutils."""
