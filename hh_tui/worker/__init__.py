"""The async API worker: reads by urgency, one write at a time for each negotiation."""
