"""Each treatment on the link of the cycle that it acts on, against the untreated run and against its trials."""
