"""Photos of papers, made harmless before anything keeps or shows them."""
