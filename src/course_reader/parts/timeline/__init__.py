"""Events, agreements and articles in order of time."""
