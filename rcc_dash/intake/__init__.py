"""From a person's files to a build that serves: joins what reads files and what stores tables."""
