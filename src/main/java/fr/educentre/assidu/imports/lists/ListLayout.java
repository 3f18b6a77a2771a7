package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ListKind;
import java.util.List;

/** The titles of the lists that are offered, each one that {@link ListColumn} recognises. */
final class ListLayout {

    private ListLayout() {}

    static List<String> titles(ListKind kind) {
        return switch (kind) {
            case GROUPS -> List.of("Identifiant", "Libellé", "Formation", "Site", "Date de début", "Date de fin");
            case LEARNERS ->
                List.of(
                        "Identifiant",
                        "Nom",
                        "Prénom",
                        "Courriel",
                        "Téléphone",
                        "Date de naissance",
                        "Groupe",
                        "Heures conventionnées",
                        "Employeur",
                        "Financeur",
                        "Numéro de dossier",
                        "Nom du responsable",
                        "Prénom du responsable",
                        "Courriel responsable",
                        "Téléphone responsable");
            case SESSIONS ->
                List.of(
                        "Identifiant",
                        "Titre",
                        "Groupe",
                        "Date",
                        "Début",
                        "Fin",
                        "Début de pause",
                        "Fin de pause",
                        "Salle",
                        "Site",
                        "Modalité",
                        "Formateur",
                        "Nom du formateur",
                        "Prénom du formateur",
                        "Module",
                        "Outil visio",
                        "Identifiant réunion",
                        "Lien visio");
        };
    }
}
