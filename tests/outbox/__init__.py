"""The outbox as a whole: sender, journal_writer, journal and worker together, without a screen."""
