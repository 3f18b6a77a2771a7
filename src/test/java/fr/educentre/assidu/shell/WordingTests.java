package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTests {

    private final Texts texts = new BundledTexts(new ReaderLocale(Optional::empty));

    @Test
    void a_key_and_its_values_are_kept_and_said_in_the_readers_language() {
        String kept = Wording.of("connectors.outcome.traces", 2).stored();
        assertThat(kept).isEqualTo("{\"key\":\"connectors.outcome.traces\",\"values\":[2]}");
        assertThat(french(kept)).isEqualTo("2 traces enregistrées ou déjà connues.");
        assertThat(english(kept)).isEqualTo("2 traces recorded or already known.");
    }

    @Test
    void a_value_may_be_said_itself() {
        String kept = Wording.of(
                        "shell.says",
                        Wording.of("overview.status.ABSENT"),
                        Instant.parse("2026-11-23T08:00:00Z").atZone(ZoneId.of("Europe/Paris")))
                .stored();
        assertThat(french(kept)).isEqualTo("Absent\u00a0: lundi 23 novembre 2026 à 09\u00a0h\u00a000");
        assertThat(english(kept)).isEqualTo("Absent: Monday 23 November 2026 at 09:00");
    }

    @Test
    void several_follow_one_another_and_nothing_adds_nothing() {
        Wording one = Wording.of("connectors.outcome.traces", 1);
        assertThat(one.and(Wording.NONE)).isEqualTo(one);
        assertThat(Wording.NONE.and(one)).isEqualTo(one);
        assertThat(english(one.and(Wording.of("connectors.signatures.outcome.more", 3))
                        .stored()))
                .isEqualTo("1 trace recorded or already known. And 3 more.");
        assertThat(Wording.all(List.of())).isEqualTo(Wording.NONE);
    }

    @Test
    void a_sentence_of_an_earlier_version_is_shown_as_it_was_written() {
        String old = "5 traces enregistrée(s) ou déjà connue(s).";
        assertThat(french(old)).isEqualTo(old);
        assertThat(english(old)).isEqualTo(old);
        assertThat(Wording.stored(old).stored()).isEqualTo(old);
        assertThat(french("{\"key\":")).as("no JSON after all").isEqualTo("{\"key\":");
    }

    @Test
    void the_words_of_a_person_stay_theirs_whatever_they_look_like() {
        String words = "{\"key\":\"shell.app\"}";
        String kept = new Wording.Written(words).stored();
        assertThat(french(kept)).isEqualTo(words);
        assertThat(new Wording.Written("Vu au téléphone").stored()).isEqualTo("Vu au téléphone");
    }

    @Test
    void what_was_said_in_both_languages_is_read_in_ones_own() {
        String kept = new Wording.Bilingual("trois absences", "three absences").stored();
        assertThat(french(kept)).isEqualTo("trois absences");
        assertThat(english(kept)).isEqualTo("three absences");
    }

    private String french(String kept) {
        return Wording.stored(kept).in(Locale.FRENCH, texts);
    }

    private String english(String kept) {
        return Wording.stored(kept).in(Locale.ENGLISH, texts);
    }
}
