"""What a build for the public leaves out, and how it ends if that is unclear."""
