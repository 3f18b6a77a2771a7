package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.MessageTemplates.Blank;
import fr.educentre.assidu.shell.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the mails that a centre may word are called, and what fills their blanks. */
@Component
class TemplateNames {

    /** By when they are sent in the life of an absence, then the others. */
    static final List<String> KEYS = List.of(
            "absence-du-jour",
            "absence-mineur",
            "absence-employeur",
            "absences-passees",
            "absences-passees-mineur",
            "absences-passees-employeur",
            "rappel-justificatif",
            "complement-justificatif",
            "decision-justificatif",
            "absences-repetees",
            "foad-inactivite",
            "avant-abandon",
            "rattrapage",
            "feuille-a-signer",
            "alerte-formateur",
            "alerte-referent",
            "alerte-employeur",
            "signalement-financeur",
            "lien-de-suivi",
            "mot-du-centre",
            "invitation-compte",
            "mot-de-passe-oublie");

    /** A mail that has one of these is of no use without it. */
    static final Set<String> REQUIRED = Set.of("lien", "texte", "question", "decision");

    private final Texts texts;

    TemplateNames(Texts texts) {
        this.texts = texts;
    }

    String name(String key) {
        return texts.get("messaging.template." + key);
    }

    /** By name. */
    List<Blank> blanks(Set<String> names) {
        return names.stream()
                .map(name -> new Blank(name, texts.get("messaging.blank." + name), REQUIRED.contains(name)))
                .sorted(Comparator.comparing(Blank::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
