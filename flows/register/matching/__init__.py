"""Whether two names, or two records, may be of one human being; never more than a proposal (domain.md §7.4)."""
