"""A routine as one page: a plan and its figures in, the text of an HTML file out that plays anywhere and prints.

    page.page_of(loaded, catalogue)     the whole file
    data.plan_table(plan)               the plan as the page reads it
    drawing.Drawing(figure).drawn()     a figure's outlines, and the numbers by which it moves
    kept_parts.Parts(place)             scripts, styles and drawings, which pages have in common
    kept_rules.rules_of(load, ...)      what the page may advise; `rules` asked it of the rules themselves

What runs in the page stands in `web/`: plain ES modules, written to be read.
"""
