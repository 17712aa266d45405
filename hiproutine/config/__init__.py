"""The settings: what can be set, what keys do, and `config.toml`, changed without touching what else a person wrote."""
