package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleSettings;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredRuleSettings implements RuleSettings {

    private final JdbcClient sql;
    private final ActorJournal journal;
    private final CurrentActor actor;
    private final Clock clock;

    StoredRuleSettings(JdbcClient sql, ActorJournal journal, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public boolean twoPersons() {
        return required();
    }

    boolean required() {
        return sql.sql("select two_persons from rule_setting where id = 1")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public void requireTwoPersons(boolean twoPersons) {
        boolean before = required();
        if (before == twoPersons) {
            return;
        }
        sql.sql("""
                        insert into rule_setting (id, two_persons, changed_by, changed_at)
                        values (1, :two, :by, :at)
                        on conflict (id) do update set two_persons = :two, changed_by = :by, changed_at = :at""")
                .param("two", twoPersons)
                .param("by", actor.nameOrSystem())
                .param("at", Arguments.utc(clock.instant()))
                .update();
        journal.record(JournalRecord.of("rule.settingChanged", "ruleSetting", "twoPersons")
                .before(Map.of("twoPersons", before))
                .after(Map.of("twoPersons", twoPersons)));
    }
}
