package regulars.duplicates;

import regulars.duplicates.model.Agreement;
import regulars.duplicates.model.Clue;

/**
 * One thing that speaks for or against two customers being one person.
 *
 * @param bits what it adds to the odds, in powers of two
 */
record PairReason(Clue clue, Agreement agreement, double bits) {}
