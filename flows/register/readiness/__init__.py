"""Who is ready to travel, and what stands in the way of everybody else (domain.md §1.6)."""
