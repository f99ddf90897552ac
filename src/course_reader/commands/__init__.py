"""The commands, one module each: its arguments, and what it does.

Help must not wait for Sphinx: a module imports what its command needs only when the command is run.
"""
