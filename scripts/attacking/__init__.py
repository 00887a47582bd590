"""Attacks on what reads and keeps files. `python -m scripts.attack_files` runs them all."""
