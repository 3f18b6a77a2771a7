package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Under which name and role an act is recorded. */
class ActorJournalTests {

    private static final Actor ANNE = new Actor(null, "anne", "Anne Roy", Role.TRAINER, null);
    private static final JournalRecord OPENED = JournalRecord.of("session.opened", "session", "7");

    private final List<JournalRecord> entries = new ArrayList<>();

    @Test
    void whoever_is_signed_in_is_named_with_their_role() {
        journal(ANNE).record(OPENED);
        assertThat(entries).containsExactly(OPENED.by("Anne Roy", "TRAINER"));
    }

    @Test
    void the_system_is_named_and_has_no_role() {
        journal(null).record(OPENED);
        assertThat(entries).containsExactly(OPENED.by("Assidu", null));
    }

    @Test
    void a_name_given_with_the_act_stands_beside_the_role_of_who_is_signed_in() {
        journal(ANNE).recordBy("Anne R.", OPENED);
        assertThat(entries).containsExactly(OPENED.by("Anne R.", "TRAINER"));
    }

    @Test
    void a_name_given_with_the_act_has_no_role_where_nobody_is_signed_in() {
        journal(null).recordBy("Visio", OPENED);
        assertThat(entries).containsExactly(OPENED.by("Visio", null));
    }

    private ActorJournal journal(@Nullable Actor actor) {
        return new ActorJournal(
                new Journal() {
                    @Override
                    public void record(JournalRecord entry) {
                        entries.add(entry);
                    }

                    @Override
                    public Verification verify(Collection<Head> noted) {
                        throw new UnsupportedOperationException();
                    }
                },
                new CurrentActor() {
                    @Override
                    public Actor get() {
                        return find().orElseThrow();
                    }

                    @Override
                    public Optional<Actor> find() {
                        return Optional.ofNullable(actor);
                    }

                    @Override
                    public String nameOrSystem() {
                        return find().map(Actor::displayName).orElse("Assidu");
                    }
                });
    }
}
