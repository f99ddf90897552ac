"""Other formats of annotations: pure functions between JSON and records. What is written where is decided elsewhere."""
