"""Commands and the keys that reach them: one registry for dispatch, help, palette and README."""
