package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.shell.ReaderFormats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** A group, its learners and their first sessions, from the Monday after a day. */
final class ListExamples {

    private static final String GROUP = "Développement web A";
    private static final String TRAINER = "nina.exemple@centre.example";

    private ListExamples() {}

    static List<List<String>> of(ListKind kind, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return switch (kind) {
            case GROUPS ->
                List.of(List.of(
                        "EXEMPLE-A", GROUP, "Développeur web", "Campus Lyon", day(monday), day(monday.plusMonths(6))));
            case LEARNERS ->
                List.of(
                        List.of(
                                "EXEMPLE-1",
                                "Durand",
                                "Lou",
                                "lou.durand@centre.example",
                                "06 00 00 00 01",
                                "14/05/2004",
                                "EXEMPLE-A",
                                "400",
                                "Boulangerie Martin",
                                "OPCO Atlas",
                                "D-2027-001",
                                "",
                                "",
                                "",
                                ""),
                        List.of(
                                "EXEMPLE-2",
                                "N’Guyen",
                                "Zoé",
                                "zoe.nguyen@centre.example",
                                "06 00 00 00 02",
                                "02/09/2009",
                                "EXEMPLE-A",
                                "400",
                                "",
                                "",
                                "",
                                "N’Guyen",
                                "Paul",
                                "paul.nguyen@centre.example",
                                "06 00 00 00 03"));
            case SESSIONS ->
                List.of(
                        List.of(
                                "EXEMPLE-S1",
                                "Découverte du métier",
                                "EXEMPLE-A",
                                day(monday),
                                "09:00",
                                "12:30",
                                "10:30",
                                "10:45",
                                "Salle 12",
                                "",
                                "présentiel",
                                TRAINER,
                                "Exemple",
                                "Nina",
                                "",
                                "",
                                "",
                                ""),
                        List.of(
                                "EXEMPLE-S2",
                                "HTML et CSS",
                                "EXEMPLE-A",
                                day(monday.plusDays(1)),
                                "14:00",
                                "17:00",
                                "",
                                "",
                                "",
                                "",
                                "visio",
                                TRAINER,
                                "Exemple",
                                "Nina",
                                "",
                                "zoom",
                                "912 3456 7890",
                                "https://zoom.us/j/91234567890"));
        };
    }

    private static String day(LocalDate day) {
        return ReaderFormats.numericDate(day);
    }
}
