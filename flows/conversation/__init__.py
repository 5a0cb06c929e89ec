"""How a conversation works: it is what has been answered, never a stored position."""
