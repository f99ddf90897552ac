"""What things are: records, and how files become them. Knows neither Sphinx nor docutils."""
