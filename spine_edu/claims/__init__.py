"""Who is telling you: claims traced, compared and weighed."""
