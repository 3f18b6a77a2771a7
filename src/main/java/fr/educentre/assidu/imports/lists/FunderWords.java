package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.training.FunderKind;
import java.util.Set;

/** What kind of funder a name tells of. */
final class FunderWords {

    /**
     * The eleven opérateurs de compétences (code du travail, article L. 6332-1-1), as their names are written in a list.
     */
    private static final Set<String> OPCOS = Set.of(
            "afdas",
            "akto",
            "atlas",
            "constructys",
            "entreprises_de_proximite",
            "opcommerce",
            "ocapiat",
            "opco_2i",
            "uniformation");

    private FunderWords() {}

    /** OTHER where the name does not tell. */
    static FunderKind kind(String name) {
        String plain = "_" + ListColumn.plain(name) + "_";
        if (plain.contains("_cpf_") || plain.contains("compte_personnel_de_formation")) {
            return FunderKind.CPF;
        }
        if (plain.contains("_france_travail_") || plain.contains("_pole_emploi_")) {
            return FunderKind.FRANCE_TRAVAIL;
        }
        if (plain.contains("_region_") || plain.contains("_conseil_regional_")) {
            return FunderKind.REGION;
        }
        String alone = plain.substring(1, plain.length() - 1);
        return plain.contains("_opco_") || OPCOS.contains(alone) ? FunderKind.OPCO : FunderKind.OTHER;
    }
}
