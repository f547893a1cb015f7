"""How well real documents are read: `make measure` prints it (benchmarks/README.md)."""
