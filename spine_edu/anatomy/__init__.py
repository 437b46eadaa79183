"""Where it is: the column, its discs and what lies behind them."""
