"""What the register concludes from the facts."""
