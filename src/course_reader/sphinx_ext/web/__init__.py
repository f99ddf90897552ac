"""What the web is told of a site: its pages, its new articles, what each page is."""
