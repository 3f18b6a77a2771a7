package fr.educentre.assidu.imports.lists;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns by the titles people give them, in French and English. */
enum ListColumn {
    EXTERNAL_ID(
            "external_id", "identifiant", "identifiant_externe", "id_externe", "matricule", "reference", "id", "code"),
    LAST_NAME("last_name", "nom", "nom_de_famille", "lastname", "surname"),
    FIRST_NAME("first_name", "prenom", "firstname"),
    EMAIL("email", "e_mail", "mail", "courriel", "adresse_mail", "adresse_email"),
    PHONE("phone", "telephone", "tel", "mobile", "portable"),
    BIRTH_DATE("birth_date", "date_de_naissance", "date_naissance", "naissance"),
    GROUP("group", "groupe", "code_groupe", "group_code"),
    LEFT_GROUP("left_group", "previous_group", "groupe_quitte", "ancien_groupe"),
    PROGRAMME("programme", "program", "formation", "action", "parcours", "code_programme"),
    EMPLOYER("employer", "employeur", "entreprise", "company", "societe"),
    FUNDER("funder", "financeur", "opco"),
    FILE_NUMBER("file_number", "numero_de_dossier", "numero_dossier", "n_dossier", "dossier"),
    AGREED_HOURS("agreed_hours", "heures_conventionnees", "heures_prevues", "heures"),
    GUARDIAN_LAST_NAME("guardian_last_name", "nom_responsable", "nom_du_responsable", "responsable_nom"),
    GUARDIAN_FIRST_NAME("guardian_first_name", "prenom_responsable", "prenom_du_responsable", "responsable_prenom"),
    GUARDIAN_EMAIL("guardian_email", "courriel_responsable", "email_responsable", "responsable_courriel"),
    GUARDIAN_PHONE("guardian_phone", "telephone_responsable", "responsable_telephone"),
    NAME("name", "nom_du_groupe", "libelle", "label"),
    SITE("site", "lieu", "etablissement"),
    STARTS_ON(
            "starts_on",
            "start_date",
            "date_debut",
            "date_de_debut",
            "entry_date",
            "date_entree",
            "date_d_entree",
            "entre_le"),
    ENDS_ON("ends_on", "end_date", "date_fin", "date_de_fin"),
    TITLE("title", "titre", "intitule", "seance"),
    DATE("date", "jour", "day"),
    START("start", "start_time", "debut", "heure_debut", "heure_de_debut"),
    END("end", "end_time", "fin", "heure_fin", "heure_de_fin"),
    BREAK_START("break_start", "debut_pause", "pause_debut", "debut_de_pause"),
    BREAK_END("break_end", "fin_pause", "pause_fin", "fin_de_pause"),
    ROOM("room", "salle"),
    MODALITY("modality", "modalite"),
    TRAINER_EMAIL("trainer_email", "trainer", "formateur", "courriel_formateur", "email_formateur"),
    TRAINER_LAST_NAME("trainer_last_name", "nom_formateur", "nom_du_formateur"),
    TRAINER_FIRST_NAME("trainer_first_name", "prenom_formateur", "prenom_du_formateur"),
    MODULE("module", "code_module"),
    MEETING_PROVIDER("meeting_provider", "fournisseur", "outil_visio", "visio"),
    MEETING_ID("meeting_id", "id_reunion", "identifiant_reunion", "numero_reunion"),
    MEETING_URL("meeting_url", "url", "lien", "lien_visio");

    private final Set<String> titles;

    ListColumn(String... titles) {
        this.titles = new HashSet<>(Arrays.asList(titles));
    }

    static Optional<ListColumn> titled(String title) {
        String plain = plain(title);
        return Arrays.stream(values()).filter(one -> one.titles.contains(plain)).findFirst();
    }

    /** The likeliest column of a title that is none of ours: one of our words stands in it, at its head if possible. */
    static Optional<ListColumn> suggested(String title, Set<ListColumn> taken) {
        String plain = "_" + plain(title) + "_";
        ListColumn best = null;
        int most = 0;
        for (ListColumn column : values()) {
            for (String word : taken.contains(column) ? Set.<String>of() : column.titles) {
                int at = plain.indexOf("_" + word + "_");
                int weight = at < 0 ? 0 : word.length() + (at == 0 ? 100 : 0);
                if (word.length() > 2 && weight > most) {
                    most = weight;
                    best = column;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Lower case without accents, words joined by an underscore. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
