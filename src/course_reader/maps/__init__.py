"""Where do places lie? Maps as SVG, from coordinates and outlines alone: the same input gives the same bytes.

Coordinates are degrees: latitude north, longitude east. On the sheet lengths are kilometres or units of the drawing
(CSS pixels at full width), x to the right and y down.
"""
