"""What people go through: conversations, cases, windows. Pure: the standard library only."""
