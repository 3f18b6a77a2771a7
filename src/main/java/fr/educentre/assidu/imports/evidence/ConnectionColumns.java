package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the columns of a table of connections stand, -1 for those it has not. */
record ConnectionColumns(Person person, Stay stay, Quality quality) {

    /** Where the person stands. */
    record Person(int name, int email, int upn, boolean originalName) {}

    /** Where the stay stands. */
    record Stay(int join, int leave, int duration, boolean utc) {}

    /** Where it stands as what the person was there. */
    record Quality(int guest, int waitingRoom, int attended, int role) {}

    /** Empty when the row is no header: it has a name, and a length or an arrival. */
    static Optional<ConnectionColumns> of(TableRow row) {
        List<String> labels = row.labels();
        if (labels.size() < 2 || labels.stream().anyMatch(label -> label.length() > 60)) {
            return Optional.empty();
        }
        int name = first(labels, ConnectionColumns::isName);
        var columns = new ConnectionColumns(
                new ConnectionColumns.Person(
                        name,
                        first(
                                labels,
                                label -> label.contains("mail")
                                        || label.equals("courriel")
                                        || label.contains("electronique")),
                        first(labels, label -> label.contains("upn") || label.startsWith("participant id")),
                        name >= 0 && (labels.get(name).contains("origin"))),
                new ConnectionColumns.Stay(
                        first(labels, ConnectionColumns::isJoin),
                        first(labels, ConnectionColumns::isLeave),
                        first(labels, ConnectionColumns::isDuration),
                        labels.stream().anyMatch(label -> label.contains("utc"))),
                new ConnectionColumns.Quality(
                        first(labels, label -> label.contains("guest") || label.equals("invite")),
                        first(labels, label -> label.contains("waiting room") || label.contains("salle d'attente")),
                        first(labels, label -> label.equals("attended") || label.equals("a participe")),
                        first(labels, label -> label.equals("role"))));
        boolean header = name >= 0 && (columns.stay.join() >= 0 || columns.stay.duration() >= 0);
        return header && ParsedDateTime.read(row.cell(columns.stay.join())).isEmpty()
                ? Optional.of(columns)
                : Optional.empty();
    }

    boolean timed() {
        return stay.join() >= 0 && stay.leave() >= 0;
    }

    private static int first(List<String> labels, Predicate<String> fits) {
        for (int i = 0; i < labels.size(); i++) {
            if (fits.test(labels.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(String label) {
        return label.startsWith("name")
                || label.startsWith("nom (")
                || label.equals("nom")
                || label.equals("nom complet")
                || label.startsWith("nom d'utilisateur")
                || label.equals("full name")
                || label.startsWith("user name")
                || label.equals("participant");
    }

    private static boolean isJoin(String label) {
        return label.contains("join time")
                || label.contains("first join")
                || label.contains("arrivee")
                || label.contains("heure d'entree")
                || label.contains("heure de connexion")
                || label.contains("premiere connexion")
                || label.contains("premiere participation")
                || label.contains("heure de participation");
    }

    private static boolean isLeave(String label) {
        return label.contains("leave")
                || label.contains("depart")
                || label.contains("deconnexion")
                || label.contains("sortie");
    }

    private static boolean isDuration(String label) {
        return label.contains("duration") || label.contains("duree") || label.contains("time in session");
    }
}
