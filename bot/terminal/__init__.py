"""The talks in a terminal, without Telegram: for those who translate them and those who write them."""
