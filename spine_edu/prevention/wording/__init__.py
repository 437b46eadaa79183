"""Say it better: alarming words of an explanation, calmer ones, and a trial of six names."""
