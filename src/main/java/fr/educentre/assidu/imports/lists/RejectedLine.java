package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Rejected;
import fr.educentre.assidu.shell.Wording;

/** A rejected line as it is kept with its import. */
record RejectedLine(int line, String column, String problem) {

    static RejectedLine of(Rejected rejected) {
        return new RejectedLine(
                rejected.line(), rejected.column(), rejected.problem().stored());
    }

    Rejected rejected() {
        return new Rejected(line, column, Wording.stored(problem));
    }
}
