package fr.educentre.assidu.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of what is kept: who first, what they name read at once, and cards on a phone. */
class ManagedListsIT extends ViewTest {

    @Autowired
    SqlCounter counter;

    @BeforeEach
    void a_day() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @Test
    void enrolments_begin_with_their_learner() {
        var centre = signedIn(1);
        open("/centre/inscriptions?q=" + centre.code);
        String name = sql.sql("select first_name || ' ' || last_name from learner where id = ?")
                .param(centre.learners.getFirst())
                .query(String.class)
                .single();
        assertThat(rows()).singleElement().asString().startsWith(name).contains("I-" + centre.code);
    }

    @Test
    void a_page_of_thirty_takes_as_many_statements_as_one_of_three() throws Exception {
        int few = statements(signedIn(3));
        int many = statements(signedIn(30));
        assertThat(many).isBetween(few, few + 2);
    }

    private int statements(SmallCentre centre) throws Exception {
        return counter.statementsOf(() -> {
                    open("/centre/inscriptions?q=" + centre.code);
                    return rows();
                })
                .size();
    }

    private SmallCentre signedIn(int learners) {
        var centre = new SmallCentre(sql, learners);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        return centre;
    }
}
