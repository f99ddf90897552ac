"""What can be measured and found in running text: sentences, levels, voices, loaded words."""
