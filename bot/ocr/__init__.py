"""Reading the machine-readable zone of a paper from its photo; optional, and never more than a proposal."""
