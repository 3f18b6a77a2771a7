package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Unknown;
import fr.educentre.assidu.imports.RosterImport.Unknown.Kind;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEmployer;
import fr.educentre.assidu.training.CentreSetup.NewFunder;
import fr.educentre.assidu.training.CentreSetup.NewPerson;
import fr.educentre.assidu.training.CentreSetup.NewProgramme;
import fr.educentre.assidu.training.CentreSetup.NewSite;
import fr.educentre.assidu.training.NatureOfAction;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Programmes, sites, trainers, funders and employers that lines name. Those that the centre does not know are added with the list
 * where whoever imports asked for it, an employer in any case; what looks like a code is no name: it was mistyped.
 */
final class NamedReferences {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_./-]*\\d[A-Z0-9_./-]*");
    private static final int LONGEST_CODE = 40;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final CentreSetup setup;
    private final ReferenceData known;
    private final ListOutcome outcome;

    NamedReferences(CentreSetup setup, ReferenceData known, ListOutcome outcome) {
        this.setup = setup;
        this.known = known;
        this.outcome = outcome;
    }

    @Nullable
    UUID programme(ListTable.Line line) {
        return of(Kind.PROGRAMME, line, ListColumn.PROGRAMME, known.programmes, named -> {
            UUID id = TimeOrderedId.next();
            outcome.then(() -> setup.addProgrammes(
                    List.of(new NewProgramme(id, named.code(), named.name(), NatureOfAction.TRAINING, 0, List.of()))));
            return id;
        });
    }

    ReferenceData.@Nullable Site site(ListTable.Line line) {
        return of(Kind.SITE, line, ListColumn.SITE, known.sites, named -> {
            var site = new ReferenceData.Site(TimeOrderedId.next(), zone());
            outcome.then(() -> setup.addSites(
                    List.of(new NewSite(site.id(), named.code(), named.name(), site.zone(), "", "", "", ""))));
            return site;
        });
    }

    @Nullable
    UUID funder(ListTable.Line line) {
        return of(Kind.FUNDER, line, ListColumn.FUNDER, known.funders, named -> {
            UUID id = TimeOrderedId.next();
            outcome.then(() -> setup.addFunders(
                    List.of(new NewFunder(id, named.code(), named.name(), FunderWords.kind(named.name())))));
            return id;
        });
    }

    @Nullable
    UUID employer(ListTable.Line line) {
        return of(Kind.EMPLOYER, line, ListColumn.EMPLOYER, known.employers, named -> {
            UUID id = TimeOrderedId.next();
            outcome.then(() -> setup.addEmployers(
                    List.of(new NewEmployer(id, named.code(), named.name(), null, null, null, null))));
            return id;
        });
    }

    /** By address; one who is not known is added by the names beside it. */
    @Nullable
    UUID trainer(ListTable.Line line) {
        String address = line.get(ListColumn.TRAINER_EMAIL);
        UUID found = ReferenceData.find(known.trainers, address);
        if (found != null || address.isEmpty()) {
            return found;
        }
        if (!WrittenAddress.valid(WrittenAddress.of(address))) {
            outcome.reject(line, ListColumn.TRAINER_EMAIL, Kind.TRAINER.problem(), address);
            return null;
        }
        if (!line.has(ListColumn.TRAINER_LAST_NAME) || !line.has(ListColumn.TRAINER_FIRST_NAME)) {
            outcome.reject(line, ListColumn.TRAINER_EMAIL, "trainerNames", address);
            return null;
        }
        String last = outcome.personName(line, ListColumn.TRAINER_LAST_NAME);
        String first = outcome.personName(line, ListColumn.TRAINER_FIRST_NAME);
        if (!added(Kind.TRAINER, line, ListColumn.TRAINER_EMAIL, first + " " + last)) {
            return null;
        }
        UUID id = TimeOrderedId.next();
        String email = WrittenAddress.of(address);
        known.trainers.put(ListColumn.plain(address), id);
        outcome.then(() -> setup.addTrainers(List.of(new NewPerson(id, email, first, last, email, ""))));
        return id;
    }

    /** Its name, and a code that nothing else has. */
    private record Named(String name, String code) {}

    private <T> @Nullable T of(
            Kind kind, ListTable.Line line, ListColumn column, Map<String, T> among, Function<Named, T> add) {
        String name = line.get(column);
        T found = ReferenceData.find(among, name);
        if (found != null || name.isEmpty()) {
            return found;
        }
        String plain = ListColumn.plain(name);
        if (plain.isEmpty() || CODE.matcher(name).matches()) {
            outcome.reject(line, column, kind.problem(), name);
            return null;
        }
        if (!added(kind, line, column, name)) {
            return null;
        }
        outcome.name(line, column);
        var named = new Named(name, code(plain, among.keySet()));
        T made = add.apply(named);
        among.put(plain, made);
        among.put(ListColumn.plain(named.code()), made);
        return made;
    }

    /** Whether it is added; else the line is rejected. */
    private boolean added(Kind kind, ListTable.Line line, ListColumn column, String name) {
        boolean adds = kind == Kind.EMPLOYER || outcome.addsUnknown();
        outcome.unknown(new Unknown(kind, name, adds));
        if (!adds) {
            outcome.reject(line, column, kind.problem(), name);
        }
        return adds;
    }

    private static String code(String plain, Set<String> taken) {
        String whole = plain.toUpperCase(Locale.ROOT).replace('_', '-');
        String stem = whole.substring(0, Math.min(LONGEST_CODE, whole.length()));
        String code = stem;
        for (int n = 2; taken.contains(ListColumn.plain(code)); n++) {
            code = stem + "-" + n;
        }
        return code;
    }

    /** That of the centre's other sites where they have one; whoever imports is told to check it. */
    private ZoneId zone() {
        Set<ZoneId> zones =
                known.sites.values().stream().map(ReferenceData.Site::zone).collect(Collectors.toSet());
        return zones.size() == 1 ? zones.iterator().next() : PARIS;
    }
}
