"""For all that pytest runs here, tests, examples and notebooks: nothing is read from a reader's own file, or kept."""

import os

os.environ["SPINE_EDU_KEEP"] = "no"
