package fr.educentre.assidu.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People are listed as a French reader looks for them, wherever they are. */
class FrenchOrderIT extends ViewTest {

    private static final List<String> NAMES = List.of(
            "Abel",
            "Ábel",
            "Bernard",
            "D'Hondt",
            "de Bary",
            "Deschamps",
            "Élodie",
            "Emile",
            "Émile",
            "Le Goff",
            "Le-Goff",
            "Leblanc",
            "Œuvrard",
            "Ozanne",
            "zola");

    @Autowired
    Learners learners;

    @Autowired
    Sessions sessions;

    private SmallCentre centre;

    @BeforeEach
    void a_group_of_many_names() {
        centre = new SmallCentre(sql, NAMES.size());
        IntStream.range(0, NAMES.size())
                .forEach(i -> sql.sql("update learner set last_name = ? where id = ?")
                        .params(NAMES.get(NAMES.size() - 1 - i), centre.learners.get(i))
                        .update());
    }

    @Test
    void in_lists_at_sessions_and_where_a_screen_orders_them_itself() {
        assertThat(learners.search(null, centre.group, null, 0, 50).items())
                .extracting(LearnerInfo::lastName)
                .containsExactlyElementsOf(NAMES);
        UUID session = centre.session(Instant.parse("2027-11-08T08:00:00Z"));
        assertThat(sessions.expected(session))
                .extracting(one -> one.learner().lastName())
                .containsExactlyElementsOf(NAMES);
        assertThat(NAMES.reversed().stream().sorted(NameOrder.by(name -> name)))
                .as("the database and the screens have one order")
                .containsExactlyElementsOf(NAMES);
    }

    @Test
    void on_the_screen_of_the_learners() {
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/apprenants?q=" + centre.code);
        assertThat(rows().stream()
                        .map(row -> NAMES.stream()
                                .filter(name -> row.contains("Lou " + name + " "))
                                .findFirst()
                                .orElse(row))
                        .toList())
                .containsExactlyElementsOf(NAMES);
    }
}
