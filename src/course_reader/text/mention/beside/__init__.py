"""What stands beside a name, and whether it makes the name part of another one."""
