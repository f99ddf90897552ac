"""Mentions of glossary entries in a text, and names that have no entry."""
