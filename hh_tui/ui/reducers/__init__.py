"""What events make of the state, by subject: one arm an event, each a call of a pure function."""
