"""The EMG bench: what electrodes on the skin and a needle show of a muscle of the back."""
