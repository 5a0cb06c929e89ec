"""Windows: audience, approval, seats, counts."""
