"""A synthetic region that matches published facts, written as the real file formats."""
