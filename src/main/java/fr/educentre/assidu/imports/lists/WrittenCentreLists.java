package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@AllowedRoles(Role.QUALITY_MANAGER)
class WrittenCentreLists implements CentreLists {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final CentreRows rows;
    private final Texts texts;
    private final Clock clock;

    WrittenCentreLists(CentreRows rows, Texts texts, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public byte[] example(ListKind kind, boolean filled) {
        return workbook(kind, filled ? ListExamples.of(kind, LocalDate.now(clock.withZone(PARIS))) : List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] centre(ListKind kind) {
        return workbook(kind, rows.of(kind));
    }

    private byte[] workbook(ListKind kind, List<List<String>> lines) {
        return new TableFile(texts.get("training.import.lists." + kind.key()), ListLayout.titles(kind), lines)
                .xlsxOfTexts();
    }
}
