package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEmployer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Employers by code or name; one that nobody knows is added by its name. */
final class EmployerCells {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_./-]*\\d[A-Z0-9_./-]*");
    private static final int LONGEST_CODE = 40;

    private final CentreSetup setup;
    private final Known known;
    private final Outcome outcome;

    EmployerCells(CentreSetup setup, Known known, Outcome outcome) {
        this.setup = setup;
        this.known = known;
        this.outcome = outcome;
    }

    @Nullable
    UUID read(Table.Line line) {
        if (!line.has(Column.EMPLOYER)) {
            return null;
        }
        String name = line.get(Column.EMPLOYER);
        UUID found = Known.find(known.employers, name);
        if (found != null) {
            return found;
        }
        String plain = Column.plain(name);
        if (plain.isEmpty() || CODE.matcher(name).matches()) {
            outcome.reject(line, Column.EMPLOYER, "employer", name);
            return null;
        }
        outcome.name(line, Column.EMPLOYER);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var employer = new NewEmployer(id, code(plain), name, null, null, null, null);
        known.employers.put(plain, id);
        known.employers.put(Column.plain(employer.code()), id);
        outcome.then(() -> setup.addEmployers(java.util.List.of(employer)));
        return id;
    }

    private String code(String plain) {
        String whole = plain.toUpperCase(Locale.ROOT).replace('_', '-');
        String stem = whole.substring(0, Math.min(LONGEST_CODE, whole.length()));
        String code = stem;
        for (int n = 2; known.employers.containsKey(Column.plain(code)); n++) {
            code = stem + "-" + n;
        }
        return code;
    }
}
