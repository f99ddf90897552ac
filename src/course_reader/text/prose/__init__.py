"""Analysis of running text: sentences, reading levels, who speaks, loaded words."""
