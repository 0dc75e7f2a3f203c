"""How may a person type SQL, and reach nothing but what they may see? In a process that is thrown away."""
