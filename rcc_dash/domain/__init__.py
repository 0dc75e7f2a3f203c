"""What the words mean; no input, no output, no clock."""
