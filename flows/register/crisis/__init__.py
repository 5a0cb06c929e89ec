"""What a crisis asks for, as dated data: who is covered, and with which papers."""
