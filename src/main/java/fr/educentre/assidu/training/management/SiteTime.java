package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.LocalMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as people of a site write them: none is guessed from an hour that the clocks skip or show twice. */
final class SiteTime {

    private static final Pattern WITH_OFFSET = Pattern.compile(".{16,}([Zz]|[+-]\\d\\d:?\\d\\d)");

    private SiteTime() {}

    /** Empty for what is not one moment; {@link #problem} says why. */
    static Optional<Instant> read(String written, ZoneId zone) {
        try {
            if (WITH_OFFSET.matcher(written).matches()) {
                return Optional.of(OffsetDateTime.parse(written).toInstant());
            }
            return LocalMoment.of(LocalDateTime.parse(written), zone) instanceof LocalMoment.At at
                    ? Optional.of(at.instant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Why a text is not one moment, and how to say which is meant. */
    static FieldProblem problem(String field, String written, ZoneId zone) {
        try {
            LocalDateTime shown = LocalDateTime.parse(written);
            return switch (LocalMoment.of(shown, zone)) {
                case LocalMoment.Twice twice ->
                    new FieldProblem(
                            field,
                            LocalMoment.Twice.ASKED,
                            shown.toLocalTime().toString(),
                            zone.getRules().getOffset(twice.first()).toString(),
                            zone.getRules().getOffset(twice.second()).toString());
                case LocalMoment.Skipped skipped ->
                    new FieldProblem(
                            field, "check.moment.skipped", shown.toLocalTime().toString());
                case LocalMoment.At at -> new FieldProblem(field, "check.moment");
            };
        } catch (DateTimeException e) {
            return new FieldProblem(field, "check.moment");
        }
    }

    static String write(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }
}
