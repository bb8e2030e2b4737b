"""Figures made from the data of the funds: each knows its formula and the rows that went into it."""
