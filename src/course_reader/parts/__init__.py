"""The parts of pages and packs: one folder for each thing that a reader sees."""
