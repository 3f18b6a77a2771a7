package fr.educentre.assidu.training.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of the people of France, by ordinal. */
final class DemoNames {

    private static final List<String> FIRST = List.of(
            "Camille",
            "Thị Mai",
            "Anaïs",
            "Marko",
            "Yanis",
            "Léa",
            "Ibrahim",
            "Chloé",
            "Mathéo",
            "Fatoumata",
            "Hugo",
            "Inès",
            "Gaël",
            "Sofia",
            "Noé",
            "Aïcha",
            "Théo",
            "Maëlys",
            "Rayan",
            "Zoé",
            "Kévin",
            "Océane",
            "Mehdi",
            "Éloïse",
            "Tiago",
            "Jeanne",
            "Bilal",
            "Solène",
            "Loïc",
            "Nour",
            "Raphaël",
            "Myriam",
            "Quentin",
            "Assia",
            "Élie",
            "Clémence",
            "Dimitri",
            "Salomé",
            "Amadou",
            "Capucine",
            "Florian");

    private static final List<String> LAST = List.of(
            "Martin",
            "Nguyễn",
            "Müller-Œuvrard",
            "Đorđević",
            "Benali",
            "Lefèvre",
            "Diallo",
            "Hoarau",
            "Garçon",
            "Traoré",
            "Payet",
            "Haddad",
            "Le Goff",
            "Da Silva",
            "Grondin",
            "N’Diaye",
            "Rousseau",
            "Fontaine",
            "Cohen",
            "Bègue",
            "Żeleński",
            "O’Connor",
            "Rakotomalala",
            "Chevalier",
            "Yılmaz",
            "Robert",
            "Sánchez",
            "Dupré",
            "Boyer",
            "Kaddour",
            "Vasseur",
            "Perrin",
            "Lacroix",
            "Popescu",
            "Techer",
            "Mercier",
            "d’Almeida");

    private DemoNames() {}

    static String first(int ordinal) {
        return FIRST.get((ordinal - 1) % FIRST.size());
    }

    /** The two lists have no common divisor, so that names come again after some 1,500 people only. */
    static String last(int ordinal) {
        return LAST.get((ordinal - 1) % LAST.size());
    }

    static String email(String first, String last, int ordinal, String domain) {
        String again = ordinal > FIRST.size() * LAST.size() ? String.valueOf(ordinal) : "";
        return plain(first) + "." + plain(last) + again + "@" + domain;
    }

    private static String plain(String name) {
        String letters = name.replace("Œ", "OE")
                .replace("œ", "oe")
                .replace('Đ', 'D')
                .replace('đ', 'd')
                .replace('ı', 'i');
        return Normalizer.normalize(letters, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-");
    }
}
