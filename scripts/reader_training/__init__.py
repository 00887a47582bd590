"""What scripts/train_reader.py trains on: examples, windows, noise and negatives."""
