"""The tree that a print template is given: its records, and how doctrees become it."""
