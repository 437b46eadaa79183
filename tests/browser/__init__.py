"""The explorers in a JupyterLab, in a real browser; a package, so that pytest closes both behind its last test."""
