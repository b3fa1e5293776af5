"""Letters and notes while they are written."""
