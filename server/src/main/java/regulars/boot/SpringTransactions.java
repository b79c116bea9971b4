package regulars.boot;

import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Lets {@code dsl.transaction(...)} take part in Spring's transactions: inside another one it is a savepoint. */
final class SpringTransactions implements TransactionProvider {
    private final PlatformTransactionManager manager;

    SpringTransactions(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public void begin(TransactionContext context) {
        var nested = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);
        context.transaction(new Open(manager.getTransaction(nested)));
    }

    @Override
    public void commit(TransactionContext context) {
        manager.commit(status(context));
    }

    @Override
    public void rollback(TransactionContext context) {
        manager.rollback(status(context));
    }

    private static TransactionStatus status(TransactionContext context) {
        if (context.transaction() instanceof Open(var status)) return status;
        throw new IllegalStateException("a transaction that did not begin here");
    }

    private record Open(TransactionStatus status) implements Transaction {}
}
