"""Files beside the journal: private ones, downloads, letters in an external editor, own templates."""
