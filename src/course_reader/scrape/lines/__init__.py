"""What a single line is: byline, date, caption, furniture. Nothing here changes anything."""
