"""Find a disc, its neighbours, its roots and what lies in the canal behind it."""
