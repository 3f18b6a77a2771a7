package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.shell.Texts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalizedPartsTests {

    private final Texts texts = new Keys();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void an_upload_keeps_no_word_of_its_own() {
        assertThat(words(LocalizedParts.upload(texts).getI18n()))
                .hasSizeGreaterThan(20)
                .allMatch(word -> word.startsWith("shell.") || word.startsWith("refusal.") || word.equals("1000"));
    }

    @Test
    void a_calendar_speaks_french_and_begins_on_monday() {
        var days = LocalizedParts.datePicker(texts).getI18n();
        assertThat(days.getMonthNames()).hasSize(12).startsWith("janvier").endsWith("décembre");
        assertThat(days.getWeekdays()).hasSize(7).startsWith("dimanche").endsWith("samedi");
        assertThat(days.getWeekdaysShort()).hasSize(7).startsWith("dim.");
        assertThat(days.getFirstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY.getValue());
        assertThat(List.of(days.getToday(), days.getCancel(), days.getBadInputErrorMessage()))
                .allMatch(word -> word.startsWith("shell."));
        assertThat(days.getDateFormats()).containsExactly("dd/MM/yyyy");
    }

    @Test
    void what_opens_the_application_keeps_no_word_of_its_own() {
        assertThat(LocalizedParts.menuBar(texts).getI18n().getMoreOptions()).isEqualTo("shell.moreOptions");
        assertThat(LocalizedParts.sideNav(texts).getI18n().getToggle()).isEqualTo("shell.menu.toggle");
        assertThat(LocalizedParts.avatar(texts, "").getI18n().getAnonymous()).isEqualTo("shell.avatar.anonymous");
        assertThat(LocalizedParts.passwordField(texts).getElement().getPropertyRaw("i18n"))
                .hasToString("{\"reveal\":\"shell.password.reveal\"}");
    }

    private List<String> words(Object i18n) {
        var found = new ArrayList<String>();
        collect(json.valueToTree(i18n), found);
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isContainer()) {
            node.forEach(one -> collect(one, found));
        } else {
            found.add(node.asString());
        }
    }

    /** Texts that say their keys. */
    private static final class Keys implements Texts {

        @Override
        public String get(String key, Object... arguments) {
            return key;
        }

        @Override
        public Locale language() {
            return FRENCH;
        }

        @Override
        public String in(Locale locale, String key, Object... arguments) {
            return key;
        }
    }
}
