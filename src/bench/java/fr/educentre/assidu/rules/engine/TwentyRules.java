package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.language.DayFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Twenty rules as a quality manager writes them, and the same written by hand in plain Java, loop by loop. */
public final class TwentyRules {

    private static final String ABSENT = "l'apprenant a au moins %d demi-journées d'absence";

    private TwentyRules() {}

    /** Conditions of the twenty rules, in the order of {@link #byHand}. */
    public static List<String> conditions() {
        return List.of(
                ABSENT.formatted(3) + " non justifiée, délai échu, sur les 30 derniers jours",
                ABSENT.formatted(4) + ", justifiées ou non, sur les 30 derniers jours",
                ABSENT.formatted(6) + ", justifiées ou non, sur les 60 derniers jours",
                ABSENT.formatted(2) + " en présentiel sur les 21 derniers jours",
                ABSENT.formatted(2) + " le vendredi sur les 60 derniers jours",
                "l'apprenant est absent depuis 2 demi-journées de formation consécutives, périodes en entreprise exclues",
                "l'apprenant a manqué au moins 3 séances en visioconférence sur les 30 derniers jours",
                "l'apprenant a au moins 14 heures d'absence, justifiées ou non, sur les 30 derniers jours",
                "l'apprenant a au moins 10 heures d'absence en ligne sur les 60 derniers jours",
                "les absences non justifiées dépassent 10 % des heures prévues à ce jour",
                "les absences, justifiées ou non, dépassent 15 % des heures prévues à ce jour",
                "l'apprenant a un taux d'assiduité à date inférieur à 80 %",
                "son taux d'assiduité sur les 30 derniers jours est inférieur à 75 %",
                "l'apprenant cumule au moins 3 retards sur les 30 derniers jours",
                "l'apprenant cumule au moins 2 départs anticipés sur les 30 derniers jours",
                "l'apprenant cumule au moins 5 retards ou départs anticipés sur les 60 derniers jours",
                "l'apprenant a perdu au moins 90 minutes en retards ou départs anticipés sur les 30 derniers jours",
                "aucun justificatif n'a été déposé 2 jours ouvrés après l'absence\n et l'apprenant est financé par CPF",
                "l'apprenant cumule au moins 2 retards sur les 14 derniers jours\n ou " + ABSENT.formatted(2)
                        + ", justifiées ou non, sur les 7 derniers jours",
                "son taux d'assiduité sur les 14 derniers jours est inférieur à 60 %\n et il est faux que"
                        + " l'apprenant est en contrat d'apprentissage");
    }

    /** What the plain version concludes. */
    record Fired(int rule, String why) {}

    static List<Fired> byHand(LearnerFacts f) {
        var fired = new ArrayList<Fired>();
        List<SessionOutcome> all = f.sessions();
        LocalDate today = f.today();
        check(fired, 0, halfDays(all, today, 30, s -> "UNJUSTIFIED".equals(s.justification())), 3);
        check(fired, 1, halfDays(all, today, 30, s -> true), 4);
        check(fired, 2, halfDays(all, today, 60, s -> true), 6);
        check(fired, 3, halfDays(all, today, 21, s -> s.modality().equals("IN_PERSON")), 2);
        check(fired, 4, halfDays(all, today, 60, s -> s.day().getDayOfWeek().getValue() == 5), 2);
        check(fired, 5, run(all), 2);
        check(fired, 6, count(all, today, 30, s -> absent(s) && s.modality().equals("VIDEO")), 3);
        check(fired, 7, missed(all, today, 30, s -> true) / 60.0, 14);
        check(fired, 8, missed(all, today, 60, s -> s.modality().equals("ONLINE")) / 60.0, 10);
        double unjustified = share(all, today, 4000, true, true);
        if (unjustified > 10) {
            fired.add(new Fired(9, "absences non justifiées : " + unjustified + " %"));
        }
        double absences = share(all, today, 4000, true, false);
        if (absences > 15) {
            fired.add(new Fired(10, "absences : " + absences + " %"));
        }
        double rate = share(all, today, 4000, false, false);
        if (rate >= 0 && rate < 80) {
            fired.add(new Fired(11, "taux d'assiduité : " + rate + " %"));
        }
        double month = share(all, today, 30, false, false);
        if (month >= 0 && month < 75) {
            fired.add(new Fired(12, "taux d'assiduité sur 30 jours : " + month + " %"));
        }
        check(fired, 13, count(all, today, 30, s -> s.status().equals("LATE")), 3);
        check(fired, 14, count(all, today, 30, s -> s.status().equals("LEFT_EARLY")), 2);
        check(fired, 15, count(all, today, 60, TwentyRules::lateOrEarly), 5);
        check(fired, 16, lost(all, today, 30), 90);
        int waiting = waiting(all, today);
        if (waiting >= 2 && f.funders().contains("CPF")) {
            fired.add(new Fired(17, "aucun justificatif depuis " + waiting + " jours ouvrés"));
        }
        int late = count(all, today, 14, s -> s.status().equals("LATE"));
        if (late >= 2 || halfDays(all, today, 7, s -> true) >= 2) {
            fired.add(new Fired(18, late + " retards ou des absences"));
        }
        double fortnight = share(all, today, 14, false, false);
        if (fortnight >= 0 && fortnight < 60 && !f.apprentice()) {
            fired.add(new Fired(19, "taux d'assiduité sur 14 jours : " + fortnight + " %"));
        }
        return fired;
    }

    private static void check(List<Fired> fired, int rule, double value, double threshold) {
        if (value >= threshold) {
            fired.add(new Fired(rule, value + " (seuil : " + threshold + ")"));
        }
    }

    private static boolean absent(SessionOutcome session) {
        return session.status().equals("ABSENT");
    }

    private static boolean lateOrEarly(SessionOutcome session) {
        return session.status().equals("LATE") || session.status().equals("LEFT_EARLY");
    }

    private static boolean in(SessionOutcome session, LocalDate today, int days) {
        return session.day().isAfter(today.minusDays(days)) && !session.day().isAfter(today);
    }

    private static int count(List<SessionOutcome> all, LocalDate today, int days, Predicate<SessionOutcome> which) {
        int count = 0;
        for (SessionOutcome session : all) {
            if (which.test(session) && in(session, today, days)) {
                count++;
            }
        }
        return count;
    }

    private static int halfDays(List<SessionOutcome> all, LocalDate today, int days, Predicate<SessionOutcome> which) {
        int count = 0;
        int i = 0;
        while (i < all.size()) {
            String key = all.get(i).halfDay();
            boolean absent = true;
            boolean wanted = false;
            SessionOutcome first = all.get(i);
            while (i < all.size() && all.get(i).halfDay().equals(key)) {
                absent &= absent(all.get(i));
                wanted |= which.test(all.get(i));
                i++;
            }
            if (absent && wanted && in(first, today, days)) {
                count++;
            }
        }
        return count;
    }

    private static int run(List<SessionOutcome> all) {
        int run = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (absent(all.get(i))) {
                run++;
            } else if (!all.get(i).status().equals("AWAITING_DATA")
                    && !all.get(i).status().equals("EXEMPT")) {
                break;
            }
        }
        return run;
    }

    private static int missed(List<SessionOutcome> all, LocalDate today, int days, Predicate<SessionOutcome> which) {
        int minutes = 0;
        for (SessionOutcome session : all) {
            if (in(session, today, days) && which.test(session)) {
                minutes += absent(session)
                        ? session.taughtMinutes()
                        : session.status().equals("PARTIAL") ? session.taughtMinutes() - session.observedMinutes() : 0;
            }
        }
        return minutes;
    }

    private static int lost(List<SessionOutcome> all, LocalDate today, int days) {
        int minutes = 0;
        for (SessionOutcome session : all) {
            if (lateOrEarly(session) && in(session, today, days)) {
                minutes += session.lateMinutes() + session.earlyMinutes();
            }
        }
        return minutes;
    }

    private static double share(
            List<SessionOutcome> all, LocalDate today, int days, boolean ofAbsences, boolean unjustified) {
        int taught = 0;
        int part = 0;
        for (SessionOutcome session : all) {
            if (session.closed() && in(session, today, days)) {
                taught += session.taughtMinutes();
                if (!ofAbsences) {
                    part += session.observedMinutes();
                } else if (absent(session) && (!unjustified || "UNJUSTIFIED".equals(session.justification()))) {
                    part += session.taughtMinutes();
                }
            }
        }
        return taught == 0 ? -1 : 100.0 * part / taught;
    }

    private static int waiting(List<SessionOutcome> all, LocalDate today) {
        for (SessionOutcome session : all) {
            if (absent(session)
                    && ("TO_JUSTIFY".equals(session.justification())
                            || "UNJUSTIFIED".equals(session.justification()))) {
                return DayFormat.workingDays(session.day(), today);
            }
        }
        return -1;
    }
}
