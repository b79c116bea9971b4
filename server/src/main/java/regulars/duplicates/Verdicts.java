package regulars.duplicates;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.customers.MergeCause;
import regulars.customers.MergeUndone;
import regulars.customers.Merges;
import regulars.customers.PeopleMerged;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

/** What is said of pairs, by people and by a search that is sure. */
@Service
class Verdicts {
    private static final Actor SEARCH = new Actor("system", "duplicates");
    private static final int AT_A_TIME = 200;

    private final PairStore pairs;
    private final Merges merges;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Verdicts(PairStore pairs, Merges merges, PlatformTransactionManager transactions, InstantSource clock) {
        this.pairs = pairs;
        this.merges = merges;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Makes the two one: the one who was there first stays. */
    @Transactional
    UUID same(UUID id, Actor actor) {
        return same(unsettled(id), actor, false);
    }

    /** Says that they are two, for ever. */
    @Transactional
    void different(UUID id, Actor actor) {
        pairs.settle(unsettled(id).id(), PairState.TWO, actor, clock.instant());
    }

    /** Puts the pair aside. */
    @Transactional
    void later(UUID id, Actor actor) {
        pairs.settle(unsettled(id).id(), PairState.LATER, actor, clock.instant());
    }

    /**
     * Takes back what was said. What was merged without a person is two from now on, or the next search would merge it
     * again.
     */
    @Transactional
    void undo(UUID id, Actor actor) {
        var pair = find(id);
        var merge = pair.mergeId();
        boolean doneByItself = merge != null && pair.automatic();
        pairs.settle(id, doneByItself ? PairState.TWO : PairState.OPEN, actor, clock.instant());
        if (merge != null) merges.undo(merge);
    }

    /** Merges what is sure, each pair a transaction; tells how many. {@code checkpoint} stops it by throwing. */
    long mergeSure(Runnable checkpoint) {
        long merged = 0;
        while (true) {
            checkpoint.run();
            var sure = pairs.sure(AT_A_TIME);
            if (sure.isEmpty()) return merged;
            for (var pair : sure) if (mergeOne(pair)) merged++;
        }
    }

    /** Whoever was merged or erased since has no such pair any more. */
    private boolean mergeOne(FoundPair pair) {
        try {
            transaction.executeWithoutResult(status -> same(pair, SEARCH, true));
            return true;
        } catch (Fault gone) {
            transaction.executeWithoutResult(status -> pairs.drop(pair.id()));
            return false;
        }
    }

    private UUID same(FoundPair pair, Actor actor, boolean automatic) {
        pairs.settle(pair.id(), PairState.ONE, actor, clock.instant());
        var because = JsonMapper.shared().valueToTree(pair.worth().reasons());
        var score = BigDecimal.valueOf(pair.worth().probability());
        var merge = merges.merge(pair.one(), pair.other(), new MergeCause.Duplicates(actor, score, because));
        pairs.merged(pair.id(), merge, automatic);
        return merge;
    }

    @EventListener
    void on(PeopleMerged merged) {
        pairs.dropUnsettled(merged.other().number());
    }

    @EventListener
    void on(MergeUndone undone) {
        pairs.parted(undone.merge(), undone.at());
    }

    private FoundPair unsettled(UUID id) {
        var pair = find(id);
        if (pair.state().unsettled()) return pair;
        throw new Fault(
                        DuplicatesFault.PAIR_SETTLED,
                        "Somebody has decided on this pair already: reload the list, or take the decision back first.")
                .at("id", id);
    }

    private FoundPair find(UUID id) {
        return pairs.find(id)
                .orElseThrow(() -> new Fault(
                                DuplicatesFault.PAIR_NOT_FOUND,
                                "There is no pair " + id
                                        + ": one of the two may have been changed, merged or erased; reload.")
                        .at("id", id));
    }
}
