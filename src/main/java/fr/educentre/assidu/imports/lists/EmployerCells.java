package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEmployer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Employers by code or name; one that nobody knows is added by its name. */
final class EmployerCells {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_./-]*\\d[A-Z0-9_./-]*");
    private static final int LONGEST_CODE = 40;

    private final CentreSetup setup;
    private final ReferenceData known;
    private final ListOutcome outcome;

    EmployerCells(CentreSetup setup, ReferenceData known, ListOutcome outcome) {
        this.setup = setup;
        this.known = known;
        this.outcome = outcome;
    }

    @Nullable
    UUID read(ListTable.Line line) {
        if (!line.has(ListColumn.EMPLOYER)) {
            return null;
        }
        String name = line.get(ListColumn.EMPLOYER);
        UUID found = ReferenceData.find(known.employers, name);
        if (found != null) {
            return found;
        }
        String plain = ListColumn.plain(name);
        if (plain.isEmpty() || CODE.matcher(name).matches()) {
            outcome.reject(line, ListColumn.EMPLOYER, "employer", name);
            return null;
        }
        outcome.name(line, ListColumn.EMPLOYER);
        UUID id = TimeOrderedId.next();
        var employer = new NewEmployer(id, code(plain), name, null, null, null, null);
        known.employers.put(plain, id);
        known.employers.put(ListColumn.plain(employer.code()), id);
        outcome.then(() -> setup.addEmployers(java.util.List.of(employer)));
        return id;
    }

    private String code(String plain) {
        String whole = plain.toUpperCase(Locale.ROOT).replace('_', '-');
        String stem = whole.substring(0, Math.min(LONGEST_CODE, whole.length()));
        String code = stem;
        for (int n = 2; known.employers.containsKey(ListColumn.plain(code)); n++) {
            code = stem + "-" + n;
        }
        return code;
    }
}
