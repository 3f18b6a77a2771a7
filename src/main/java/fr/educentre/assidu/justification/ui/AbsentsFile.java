package fr.educentre.assidu.justification.ui;

import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Who is missing, as a file: what the screen shows, a line each. */
final class AbsentsFile {

    private static final List<String> COLUMNS =
            List.of("halfDay", "learner", "group", "status", "sessions", "phones", "mails", "answer", "calls");

    private final Texts texts;
    private final LocalDate day;
    private final List<AbsentPerson> people;

    AbsentsFile(Texts texts, LocalDate day, List<AbsentPerson> people) {
        this.texts = texts;
        this.day = day;
        this.people = people;
    }

    FileLink.Content csv() {
        return new FileLink.Content(name() + ".csv", TableFile.CSV, table().csv());
    }

    FileLink.Content xlsx() {
        return new FileLink.Content(name() + ".xlsx", TableFile.XLSX, table().xlsx());
    }

    private String name() {
        return texts.get("justification.absents.file", day.toString());
    }

    private TableFile table() {
        return new TableFile(
                name(),
                COLUMNS.stream()
                        .map(one -> texts.get("justification.absents.column." + one))
                        .toList(),
                people.stream().map(this::row).toList());
    }

    private List<String> row(AbsentPerson person) {
        var words = new AbsentWords(texts, person);
        return Stream.of(
                        texts.get("justification.absents.half." + person.halfDay()),
                        person.name(),
                        words.groups(),
                        words.status(),
                        words.sessions(),
                        words.phones(),
                        words.mails(),
                        words.answer(),
                        words.calls())
                .toList();
    }
}
