package fr.educentre.assidu.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.training.Learners;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AssiduIT
@Transactional
class LearnerSearchIT {

    @Autowired
    private Learners learners;

    @Autowired
    private JdbcClient sql;

    @ParameterizedTest
    @CsvSource({
        "nguyen, Nguyễn",
        "Nguyên, Nguyễn",
        "NGUYỄN, Nguyễn",
        "Mu\u0308ller, Müller-Œuvrard",
        "muller-OEUVRARD, Müller-Œuvrard",
        "dordevic, Đorđević",
        "Zelenski, Żeleński",
        "yilmaz, Yılmaz"
    })
    void names_are_found_whatever_the_accents_and_the_case(String sought, String lastName) {
        sql.sql("insert into learner (id, external_id, first_name, last_name) values (?, 'LS-1', 'Ls', ?)")
                .param(UUID.randomUUID())
                .param(lastName)
                .update();
        assertThat(learners.search("ls " + sought, null, null, 0, 10).items())
                .extracting(one -> one.lastName())
                .containsExactly(lastName);
    }
}
