"""A local Telegram Bot API with a phone page, for the demo, the tests and anyone without a token."""
