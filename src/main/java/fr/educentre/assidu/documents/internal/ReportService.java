package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceReports;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Centre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes attendance reports, each row as it is read; one that cannot be finished sends no byte. */
@Component
class ReportService implements AttendanceReports {

    private final ReportQuery query;
    private final DocumentLetters letters;
    private final Centre centre;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Texts texts;

    ReportService(
            ReportQuery query,
            DocumentLetters letters,
            Centre centre,
            Ownership ownership,
            CurrentActor actor,
            Texts texts) {
        this.letters = letters;
        this.query = query;
        this.centre = centre;
        this.ownership = ownership;
        this.actor = actor;
        this.texts = texts;
    }

    @Override
    public Prepared prepare(Filter filter) {
        UUID trainer = allowed(filter);
        var words = new ReportTexts(texts, language());
        var organisation = centre.organisation();
        return (format, out) -> WholeFile.write(
                aside -> {
                    ReportSink sink = switch (format) {
                        case CSV -> new CsvSink(words, aside);
                        case XLSX -> new XlsxSink(words, aside);
                        case PDF -> new PdfSink(words, letters, organisation, scope(filter, words), aside);
                    };
                    write(filter, trainer, sink);
                },
                out);
    }

    @Override
    public Outlook outlook(Filter filter) {
        return query.outlook(filter, allowed(filter));
    }

    private void write(Filter filter, @Nullable UUID trainer, ReportSink sink) throws IOException {
        var pass = new Pass(sink);
        try {
            query.each(filter, trainer, pass::row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        pass.lastLearner();
        sink.end();
    }

    /** The trainer whose groups alone may be seen, or null. */
    private @Nullable UUID allowed(Filter filter) {
        Actor who = actor.get();
        if (who.is(Role.LEARNER)) {
            throw Refusal.role();
        }
        if (filter.funderId() != null
                && centre.funders().stream().noneMatch(funder -> funder.id().equals(filter.funderId()))) {
            throw Refusal.notFound("funder");
        }
        if (filter.groupId() != null) {
            ownership.requireGroup(who, filter.groupId());
        }
        if (filter.learnerId() != null) {
            ownership.requireLearner(who, filter.learnerId());
        }
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw Refusal.malformed("refusal.documents.period");
        }
        if (!who.is(Role.TRAINER)) {
            return null;
        }
        UUID trainer = who.personId();
        if (trainer == null) {
            throw Refusal.role();
        }
        return trainer;
    }

    private static String scope(Filter filter, ReportTexts words) {
        return words.get(
                "period",
                filter.from() == null ? words.get("noLimit") : FrenchDocumentFormat.date(filter.from()),
                filter.to() == null ? words.get("noLimit") : FrenchDocumentFormat.date(filter.to()));
    }

    private Locale language() {
        return Locale.of(texts.get("documents.language"));
    }

    private static final class Pass {

        private final ReportSink sink;
        private @Nullable ReportTotals current;

        Pass(ReportSink sink) {
            this.sink = sink;
        }

        void row(ReportRow row) {
            try {
                if (current == null || !current.learnerId.equals(row.learner().id())) {
                    lastLearner();
                    current = new ReportTotals(row);
                }
                current.add(row);
                sink.row(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void lastLearner() throws IOException {
            if (current != null) {
                sink.totals(current);
                current = null;
            }
        }
    }
}
