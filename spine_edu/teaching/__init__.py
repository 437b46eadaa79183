"""What stands around the explorers: the map of the course, the running case, the glossary and the questions."""
