"""Results as plotly figures: pure, with fixed axes and the same traces for every state.

A figure is plain data, a dict of ``data`` and ``layout`` as plotly.js reads it. Nothing here imports plotly: checking
every value would cost more than the models do, at every move of a slider. The tests check it instead.
"""
