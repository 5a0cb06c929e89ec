"""What a machine may know of a part at work: how it goes, in figures of nobody."""
