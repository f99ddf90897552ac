"""How long a build takes: a made-up reader, built by the course reader and by plain Sphinx. Run by `make bench`."""
