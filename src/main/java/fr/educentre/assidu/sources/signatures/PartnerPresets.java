package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.sources.SignatureFiles.Proposal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of some partners' exports are likely to be called. Neither SoWeSign nor Digiforma publishes one: a
 * person checks the proposal against a real file before it is saved, and nothing is read with it until then.
 */
final class PartnerPresets {

    /** Words of a heading, without accents or case, to our field; the first one that fits. */
    private static final Map<String, List<Guess>> LIKELY = Map.of(
            "sowesign",
            List.of(
                    new Guess("session_external_id", "code cours", "id cours", "reference cours", "cours id"),
                    new Guess("session_date", "date du cours", "date cours"),
                    new Guess("start", "debut du cours", "heure debut cours"),
                    new Guess("end", "fin du cours", "heure fin cours"),
                    new Guess("learner_external_id", "code etudiant", "numero etudiant", "identifiant etudiant"),
                    new Guess("last_name", "etudiant", "nom etudiant"),
                    new Guess("first_name", "prenom etudiant"),
                    new Guess("email", "email etudiant", "mail etudiant"),
                    new Guess("status", "presence", "statut de presence", "etat de presence"),
                    new Guess("signed_at", "date de signature", "heure de signature", "signature")),
            "digiforma",
            List.of(
                    new Guess("session_external_id", "code session", "identifiant session", "session"),
                    new Guess("session_date", "date de la seance", "date session"),
                    new Guess("half_day", "creneau", "demi journee"),
                    new Guess("learner_external_id", "code stagiaire", "identifiant stagiaire", "id stagiaire"),
                    new Guess("last_name", "nom du stagiaire", "nom stagiaire", "participant"),
                    new Guess("first_name", "prenom du stagiaire", "prenom stagiaire"),
                    new Guess("email", "email du stagiaire", "email stagiaire", "adresse email"),
                    new Guess("status", "emargement", "presence stagiaire"),
                    new Guess("signed_at", "emarge le", "date d emargement", "date emargement")));

    private PartnerPresets() {}

    private record Guess(String field, List<String> headings) {
        Guess(String field, String... headings) {
            this(field, List.of(headings));
        }
    }

    /** Usual headings first, then those likely for that partner; the rest is for a person. */
    static Proposal propose(String partner, List<String> headings) {
        Map<String, String> columns = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (String heading : headings) {
            SheetMapping.usualField(heading)
                    .filter(field -> columns.putIfAbsent(field, heading) == null)
                    .ifPresent(field -> taken.add(heading));
        }
        boolean guessed = false;
        for (Guess guess : LIKELY.getOrDefault(partner.strip().toLowerCase(Locale.ROOT), List.of())) {
            for (String heading : headings) {
                if (guess.headings().contains(plain(heading))
                        && !taken.contains(heading)
                        && columns.putIfAbsent(guess.field(), heading) == null) {
                    taken.add(heading);
                    guessed = true;
                }
            }
        }
        return new Proposal(new SheetMapping(headings, columns, null, null, null, Map.of()), false, guessed);
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
