"""What subalign reaches, measured and drawn: ``python -m bench [NAME...]``."""
