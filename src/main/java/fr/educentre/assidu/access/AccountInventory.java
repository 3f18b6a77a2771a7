package fr.educentre.assidu.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many may sign in. */
@Service
public class AccountInventory {

    private final JdbcClient sql;

    AccountInventory(JdbcClient sql) {
        this.sql = sql;
    }

    /** Accounts that are not disabled, the reader's own among them. */
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public long enabled() {
        return sql.sql("select count(*) from account where enabled")
                .query(Long.class)
                .single();
    }
}
