"""What a web page says: its blocks, its metadata, the names and days that it shows."""
