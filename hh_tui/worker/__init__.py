"""The async API worker: the client, the login in use, reads by urgency, and locks for writes."""
