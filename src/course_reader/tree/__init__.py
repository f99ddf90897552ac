"""The tree for print templates: its records, and the conversion of doctrees into them."""
