"""Why the muscle tightens: triggers, rival explanations, what electrodes show, and what guarding costs."""
