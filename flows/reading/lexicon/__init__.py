"""What people write for what they mean: a sign, and the words that stand for it, in every language at once."""
