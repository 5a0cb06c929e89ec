"""The citizens' bot: Telegram's updates to what people say, and what is said to Telegram's calls."""
