"""What small counts can carry: rates, shares, differences, series and departments compared, and said in plain words.

Every test has its own interval, so that the two never contradict each other (Fay 2010, R Journal 2:53).
"""
