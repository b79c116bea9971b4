package regulars.insight;

import regulars.segments.Rule;

/** A number of people and the rule that says who they are. */
public record CountedRule(int customers, Rule rule) {}
