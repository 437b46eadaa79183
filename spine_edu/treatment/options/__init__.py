"""The option table: five ways, eight questions, and what matters to whom."""
