"""Other people's files, read, recognised, checked and reduced; never sees the database."""
