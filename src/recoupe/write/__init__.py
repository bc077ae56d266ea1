"""Report → what people and programs read: a summary on the terminal, JSON, Markdown, one HTML page."""
