"""Charts of a letter: from figures to a drawing as SVG and PNG, with the words for those who cannot see it.

`chart.py` has the types, `drawing.py` draws, `alt_text.py` and `data_table.py` say the same in words and
numbers. Nothing here reads files. Only `canvas.py` knows matplotlib, and is imported when a chart is drawn.
"""
