"""Maps as SVG, drawn from coordinates and outlines alone: the same input gives the same bytes.

Coordinates are degrees of latitude (north) and longitude (east). Lengths are kilometres on the map plane and units in
the drawing (CSS pixels at full width), with x to the right and y downwards.
"""
