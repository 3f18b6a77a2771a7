package fr.educentre.assidu.training.demo;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.Centre.ModuleInfo;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEmployer;
import fr.educentre.assidu.training.CentreSetup.NewFunder;
import fr.educentre.assidu.training.CentreSetup.NewPerson;
import fr.educentre.assidu.training.CentreSetup.NewProgramme;
import fr.educentre.assidu.training.CentreSetup.NewSite;
import fr.educentre.assidu.training.CentreSetup.NewTutor;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.NatureOfAction;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the centre has whatever its size: sites, programmes, funders, employers, its referent. */
final class DemoCatalogue {

    private static final String PHONE = "01 99 00 12 %02d";

    final NewSite paris = new NewSite(
            newId(),
            "PAR",
            "Paris",
            ZoneId.of("Europe/Paris"),
            "12 rue de l’Exemple",
            "75011",
            "Paris",
            "01 99 00 12 00");
    final NewSite reunion = new NewSite(
            newId(),
            "RUN",
            "Saint-Denis de La Réunion",
            ZoneId.of("Indian/Reunion"),
            "4 rue du Modèle",
            "97400",
            "Saint-Denis",
            "02 62 99 00 10");
    final NewPerson referent =
            new NewPerson(newId(), "REF-01", "Nadia", "Belkacem", "nadia.belkacem@horizon.example", "01 99 00 12 10");
    final List<NewProgramme> programmes = List.of(
            programme(
                    "DWWM",
                    "Développeur web et web mobile",
                    NatureOfAction.TRAINING,
                    180,
                    List.of(
                            "Structurer et habiller des pages",
                            "Programmer côté navigateur",
                            "Programmer côté serveur",
                            "Concevoir une base de données")),
            programme(
                    "BTS-MCO",
                    "BTS Management commercial opérationnel",
                    NatureOfAction.APPRENTICESHIP,
                    160,
                    List.of(
                            "Développer la relation client",
                            "Animer et dynamiser l’offre",
                            "Assurer la gestion opérationnelle")),
            programme(
                    "CNP",
                    "Compétences numériques professionnelles",
                    NatureOfAction.TRAINING,
                    120,
                    List.of("Tableur", "Traitement de texte et présentation", "Messagerie et travail à plusieurs")));
    final List<NewFunder> funders = List.of(
            new NewFunder(newId(), "OPCO-HZ", "OPCO Mobilités et commerce", FunderKind.OPCO),
            new NewFunder(newId(), "CPF", "Caisse des Dépôts – Mon compte formation", FunderKind.CPF),
            new NewFunder(newId(), "FT", "France Travail", FunderKind.FRANCE_TRAVAIL),
            new NewFunder(newId(), "REG-974", "Région Réunion", FunderKind.REGION),
            new NewFunder(newId(), "EMP", "Employeur", FunderKind.EMPLOYER),
            new NewFunder(newId(), "SELF", "Apprenant", FunderKind.SELF));
    final List<NewEmployer> employers = List.of(
            employer(1, "Boulangerie des Lilas", "90000012600012"),
            employer(2, "Librairie du Canal", "90000023300016"),
            employer(3, "Maison Verdier", "90000034000019"),
            employer(4, "Comptoir du Nord", "90000045600013"),
            employer(5, "Atelier Rivière", "90000056300016"));
    final List<NewTutor> tutors = IntStream.range(0, employers.size())
            .mapToObj(i -> new NewTutor(
                    newId(),
                    employers.get(i).id(),
                    DemoNames.first(20 + i),
                    DemoNames.last(25 + i),
                    "tuteur%d@entreprises.example".formatted(i + 1),
                    PHONE.formatted(40 + i)))
            .toList();

    void addTo(CentreSetup setup) {
        setup.addOrganisation(
                newId(),
                new OrganisationInfo(
                        "Centre de formation Horizon",
                        new OrganisationInfo.Registration("90000001900019", "11 75 00000 75", "Île-de-France"),
                        new OrganisationInfo.Address("12 rue de l’Exemple", "75011", "Paris"),
                        new OrganisationInfo.Contact("01 99 00 12 00", "contact@horizon.example"),
                        new OrganisationInfo.Representative("Hélène Castaing", "Directrice"),
                        new OrganisationInfo.Logo(null, null)));
        setup.addSites(List.of(paris, reunion));
        setup.addProgrammes(programmes);
        setup.addReferents(List.of(referent));
        setup.addEmployers(employers);
        setup.addTutors(tutors);
        setup.addFunders(funders);
    }

    NewFunder funder(FunderKind kind) {
        return funders.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static NewEmployer employer(int number, String name, String siret) {
        return new NewEmployer(
                newId(),
                "ENT-%02d".formatted(number),
                name,
                siret,
                DemoNames.first(30 + number) + " " + DemoNames.last(12 + number),
                "rh%d@entreprises.example".formatted(number),
                PHONE.formatted(20 + number));
    }

    private static NewProgramme programme(
            String code, String title, NatureOfAction nature, int hours, List<String> titles) {
        UUID id = newId();
        List<ModuleInfo> modules = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String module = code + "-M" + (i + 1);
            List<String> activities = IntStream.rangeClosed(1, 4)
                    .mapToObj(n -> "https://plateforme.horizon.example/activites/"
                            + module.toLowerCase(java.util.Locale.ROOT) + "/" + n)
                    .toList();
            modules.add(new ModuleInfo(newId(), id, module, titles.get(i), hours * 60 / titles.size(), activities));
        }
        return new NewProgramme(id, code, title, nature, hours * 60, modules);
    }

    static UUID newId() {
        return TimeOrderedId.next();
    }
}
