package fr.educentre.assidu.workflow.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;

/** The usual transactions, which tell when one has ended and given back its connection. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    JpaTransactionManager transactionManager(
            ObjectProvider<TransactionManagerCustomizers> customizers, ReleasedConnections released) {
        var manager = new Transactions(released);
        customizers.ifAvailable(some -> some.customize(manager));
        return manager;
    }

    private static final class Transactions extends JpaTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient ReleasedConnections released;

        Transactions(ReleasedConnections released) {
            this.released = released;
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            super.doCleanupAfterCompletion(transaction);
            released.released();
        }
    }
}
