"""What sets off a back spasm: nine triggers sorted by what studies found, and how well two examiners agree on one."""
