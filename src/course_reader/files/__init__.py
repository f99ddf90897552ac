"""YAML and Markdown files: read with the line of every value, and edited without changing anything else."""
