"""The outbox as a whole: sender, scribe, journal and worker together, without a screen."""
