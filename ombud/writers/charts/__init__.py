"""Figures drawn: one Vega-Lite specification gives the SVG of page and PDF and the PNG of Word."""
