"""The tests; a package, so that its folders with a browser can be packages of it."""
