package fr.educentre.assidu.training.demo;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.training.Centre.ModuleInfo;
import fr.educentre.assidu.training.CentreSetup.NewGroup;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.CentreSetup.Unheld;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import fr.educentre.assidu.training.TimeSlot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions of one group over the last ten and the next four weeks. */
final class DemoTimetable {

    private final LocalDate today;
    private final LocalDate firstMonday;
    private final List<NewSession> sessions = new ArrayList<>();

    private final int ordinal;
    private final DemoShape.Group shape;
    private final NewGroup group;
    private final ZoneId zone;
    private final List<ModuleInfo> modules;
    private final List<UUID> trainers;

    /** @param ordinal of the group, from 0 */
    DemoTimetable(
            LocalDate today, int ordinal, NewGroup group, ZoneId zone, List<ModuleInfo> modules, List<UUID> trainers) {
        this.today = today;
        this.firstMonday = firstMonday(today);
        this.ordinal = ordinal;
        this.shape = DemoShape.ALL.get(ordinal % DemoShape.GROUPS);
        this.group = group;
        this.zone = zone;
        this.modules = modules;
        this.trainers = trainers;
    }

    static LocalDate firstMonday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(10);
    }

    /** Apprentices are in their company every other week; this week they are at the centre. */
    static boolean companyWeek(LocalDate today, LocalDate day) {
        return ChronoUnit.WEEKS.between(firstMonday(today), day) % 2 != 0;
    }

    List<NewSession> build() {
        for (int week = 0; week <= 14; week++) {
            for (DemoShape.Weekly one : shape.week()) {
                LocalDate day = firstMonday.plusWeeks(week).with(TemporalAdjusters.nextOrSame(one.day()));
                if (planned(day)) {
                    UUID id = newId();
                    sessions.add(session(
                            id,
                            regular(day, one.morning()),
                            day,
                            one.morning(),
                            one.modality(),
                            one.trainer(),
                            meeting(),
                            unheld(week, day, one)));
                }
            }
        }
        if (ordinal == 0) {
            today(true);
            today(false);
        }
        if (ordinal < DemoShape.GROUPS) {
            DemoShape.LEFT_ALONE.stream().filter(one -> one.group() == ordinal).forEach(this::leftAlone);
        }
        return sessions;
    }

    private boolean planned(LocalDate day) {
        return !DemoShape.holiday(day)
                && !day.isBefore(today.minusWeeks(10))
                && !day.isAfter(today.plusWeeks(4))
                && !(shape.programme() == 1 && companyWeek(today, day));
    }

    /** Whatever the day, the demonstration's trainer has something to do. */
    private void today(boolean morning) {
        String externalId = regular(today, morning);
        if (sessions.stream().noneMatch(one -> one.externalId().equals(externalId))) {
            Modality modality = morning ? Modality.IN_PERSON : Modality.VIDEO;
            sessions.add(session(newId(), externalId, today, morning, modality, 0, meeting(), null));
        }
    }

    /** One cancelled morning in the third week back, one lesson moved to the Saturday a week before. */
    private @Nullable Unheld unheld(int week, LocalDate day, DemoShape.Weekly one) {
        boolean first = one.equals(shape.week().getFirst());
        if (week == 7 && first && ordinal % 2 == 0) {
            return new Unheld("Formateur souffrant", Unheld.CausedBy.TRAINER, null);
        }
        if (week == 8 && first && ordinal % 2 == 1) {
            UUID moved = newId();
            LocalDate saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
            sessions.add(session(
                    moved, regular(saturday, true), saturday, true, one.modality(), one.trainer(), meeting(), null));
            return new Unheld("Panne d’électricité sur le site", Unheld.CausedBy.EXTERNAL, moved);
        }
        return null;
    }

    private void leftAlone(DemoShape.LeftAlone one) {
        LocalDate day = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(one.weeksAgo())
                .with(TemporalAdjusters.nextOrSame(one.day()));
        while (DemoShape.holiday(day)) {
            day = day.minusWeeks(4);
        }
        sessions.add(session(
                newId(),
                DemoPlan.LEFT_ALONE + one.name(),
                day,
                one.morning(),
                Modality.VIDEO,
                one.trainer(),
                meeting(one.provider(), 901 + DemoShape.LEFT_ALONE.indexOf(one)),
                null));
    }

    private String regular(LocalDate day, boolean morning) {
        return group.code() + "-" + day.toString().replace("-", "") + (morning ? "-AM" : "-PM");
    }

    private Meeting meeting() {
        return meeting(shape.provider(), ordinal + 1);
    }

    private static Meeting meeting(MeetingProvider provider, int number) {
        String id = switch (provider) {
            case ZOOM -> "8%010d".formatted(4_512_300_000L + number);
            case TEAMS -> "19:meeting_horizon%04d@thread.v2".formatted(number);
            case BIGBLUEBUTTON -> "horizon-%04d".formatted(number);
            case GOOGLE_MEET, WEBEX, OTHER -> throw new IllegalArgumentException("No class of " + provider);
        };
        String url = switch (provider) {
            case ZOOM -> "https://zoom.example/j/" + id;
            case TEAMS -> "https://teams.example/l/meetup-join/" + number;
            case BIGBLUEBUTTON -> "https://bbb.example/b/" + id;
            case GOOGLE_MEET, WEBEX, OTHER -> throw new IllegalArgumentException("No class of " + provider);
        };
        return new Meeting(provider, id, url);
    }

    private NewSession session(
            UUID id,
            String externalId,
            LocalDate day,
            boolean morning,
            Modality modality,
            int trainer,
            Meeting meeting,
            @Nullable Unheld unheld) {
        ModuleInfo module = modules.get((int) (ChronoUnit.WEEKS.between(firstMonday, day) / 4) % modules.size());
        LocalTime start = DemoShape.start(morning);
        return new NewSession(
                id,
                externalId,
                module.title(),
                new NewSession.Course(group.id(), module.id()),
                trainers.get(trainer),
                new NewSession.Schedule(
                        day,
                        day.atTime(start).atZone(zone).toInstant(),
                        day.atTime(DemoShape.end(morning)).atZone(zone).toInstant(),
                        List.of(new TimeSlot(
                                day.atTime(start.plusMinutes(90)).atZone(zone).toInstant(),
                                day.atTime(start.plusMinutes(105)).atZone(zone).toInstant()))),
                new NewSession.Place(
                        group.siteId(),
                        modality,
                        modality == Modality.IN_PERSON ? "Salle " + (ordinal % 9 + 1) : null,
                        modality == Modality.VIDEO ? meeting : null),
                unheld);
    }

    private static UUID newId() {
        return TimeOrderedId.next();
    }
}
