"""A hundred people: who has a finding, who has pain, and who has both."""
