"""What Hamrah must survive, each fault a row of one table, and bugs planted on purpose that must turn it red."""
