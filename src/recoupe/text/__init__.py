"""What holds for the text of every language: normal form, scripts, words, keys, shingles."""
