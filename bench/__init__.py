"""What subalign reaches, measured: ``python -m bench [accuracy|hour|start]``."""
