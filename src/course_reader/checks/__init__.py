"""Checks across files, run by `check` and by a build once everything is read."""
