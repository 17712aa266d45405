"""Between the routines: ice and heat, coming back to running, building up, and what suits today. Pure rules.

Each rule names its source. They suggest and ask to consider; nothing is ever locked.
"""
