"""Forms that hold many articles: exports of databases, and feeds. One module each."""
