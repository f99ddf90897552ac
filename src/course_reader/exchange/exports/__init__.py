"""Exports of annotations in forms of their own: tables, clippings and pages; one module for each."""
