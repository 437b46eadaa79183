"""A scan a year after sciatica: whether it tells who does well."""
