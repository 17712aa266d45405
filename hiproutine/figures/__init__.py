"""Small figures that show how an exercise is done: a body, its poses, its movement, and dots in braille cells.

Pure: only the standard library, nothing of ours. From the file to the screen:

    figure = written.figure_from(table)                 # the [figure] table, as the reader gives it
    motion = Motion(figure)                             # every key pose settled on the ground, once
    stage = Stage(motion, columns=40, rows=16)          # framed over the whole movement, once
    rows = stage.shown(motion.hold(3.2))                # rows of runs of (text, kind)
"""
