"""The sections of the background chapter, and the pages that need them."""
