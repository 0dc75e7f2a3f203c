"""Questions: each names its SQL, binds the filters and protects the result."""
