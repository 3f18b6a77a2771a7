package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags are kept one way, however they were typed. */
class TagsTests {

    @Test
    void a_comma_ends_a_tag_blanks_and_repetitions_go() {
        assertThat(Tags.clean(List.of(" absences, cfa ", "cfa", "", " ,retards")))
                .containsExactly("absences", "cfa", "retards");
    }

    @Test
    void what_is_kept_in_the_database_reads_as_it_was() {
        var tags = new Tags();
        assertThat(tags.convertToDatabaseColumn(List.of("cfa ", "retards"))).isEqualTo("cfa,retards");
        assertThat(tags.convertToEntityAttribute("cfa,retards")).containsExactly("cfa", "retards");
        assertThat(tags.convertToEntityAttribute("")).isEmpty();
    }
}
