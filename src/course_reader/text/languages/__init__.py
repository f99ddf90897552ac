"""The languages whose writing the tool knows: how a name looks in a sentence, and which words stand beside it."""
