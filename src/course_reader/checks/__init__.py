"""What must be true across files: what `check` and a build ask once everything is read."""
