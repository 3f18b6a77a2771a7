package fr.educentre.assidu.training.demo;

import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** Five groups and four trainers, again and again: what each does in a week. */
final class DemoShape {

    static final int GROUPS = 5;
    static final int TRAINERS = 4;
    static final int LEARNERS_OF_GROUP = 16;

    /** @param programme 0 web, 1 trade apprenticeship, 2 office tools */
    record Group(String name, int programme, boolean reunion, MeetingProvider provider, List<Weekly> week) {}

    /** @param trainer of the four */
    record Weekly(DayOfWeek day, boolean morning, Modality modality, int trainer) {}

    /** A finished virtual class that no step gives evidence to. */
    record LeftAlone(
            String name,
            int group,
            MeetingProvider provider,
            DayOfWeek day,
            boolean morning,
            int weeksAgo,
            int trainer) {}

    static final List<Group> ALL = List.of(
            new Group(
                    "Développement web – Paris",
                    0,
                    false,
                    MeetingProvider.ZOOM,
                    List.of(
                            weekly(DayOfWeek.MONDAY, true, Modality.IN_PERSON, 0),
                            weekly(DayOfWeek.MONDAY, false, Modality.IN_PERSON, 0),
                            weekly(DayOfWeek.WEDNESDAY, true, Modality.VIDEO, 0),
                            weekly(DayOfWeek.THURSDAY, true, Modality.ONLINE, 1))),
            new Group(
                    "Développement web – La Réunion",
                    0,
                    true,
                    MeetingProvider.BIGBLUEBUTTON,
                    List.of(
                            weekly(DayOfWeek.TUESDAY, true, Modality.IN_PERSON, 2),
                            weekly(DayOfWeek.TUESDAY, false, Modality.IN_PERSON, 2),
                            weekly(DayOfWeek.THURSDAY, true, Modality.VIDEO, 0),
                            weekly(DayOfWeek.FRIDAY, true, Modality.ONLINE, 2))),
            new Group(
                    "BTS MCO – apprentis",
                    1,
                    false,
                    MeetingProvider.TEAMS,
                    List.of(
                            weekly(DayOfWeek.MONDAY, true, Modality.IN_PERSON, 3),
                            weekly(DayOfWeek.MONDAY, false, Modality.IN_PERSON, 3),
                            weekly(DayOfWeek.TUESDAY, true, Modality.IN_PERSON, 0),
                            weekly(DayOfWeek.TUESDAY, false, Modality.IN_PERSON, 0),
                            weekly(DayOfWeek.WEDNESDAY, false, Modality.VIDEO, 3),
                            weekly(DayOfWeek.FRIDAY, true, Modality.ONLINE, 0))),
            new Group(
                    "Compétences numériques – Paris",
                    2,
                    false,
                    MeetingProvider.TEAMS,
                    List.of(
                            weekly(DayOfWeek.TUESDAY, true, Modality.IN_PERSON, 1),
                            weekly(DayOfWeek.WEDNESDAY, true, Modality.VIDEO, 1),
                            weekly(DayOfWeek.THURSDAY, false, Modality.IN_PERSON, 3),
                            weekly(DayOfWeek.FRIDAY, false, Modality.ONLINE, 3))),
            new Group(
                    "Compétences numériques – La Réunion",
                    2,
                    true,
                    MeetingProvider.ZOOM,
                    List.of(
                            weekly(DayOfWeek.MONDAY, true, Modality.IN_PERSON, 2),
                            weekly(DayOfWeek.WEDNESDAY, true, Modality.VIDEO, 2),
                            weekly(DayOfWeek.WEDNESDAY, false, Modality.IN_PERSON, 2),
                            weekly(DayOfWeek.FRIDAY, false, Modality.ONLINE, 2))));

    static final List<LeftAlone> LEFT_ALONE = List.of(
            new LeftAlone("ZOOM-1", 0, MeetingProvider.ZOOM, DayOfWeek.FRIDAY, true, 2, 1),
            new LeftAlone("ZOOM-2", 0, MeetingProvider.ZOOM, DayOfWeek.FRIDAY, false, 4, 0),
            new LeftAlone("ZOOM-3", 4, MeetingProvider.ZOOM, DayOfWeek.THURSDAY, true, 3, 2),
            new LeftAlone("TEAMS-1", 3, MeetingProvider.TEAMS, DayOfWeek.MONDAY, false, 2, 1),
            new LeftAlone("TEAMS-2", 3, MeetingProvider.TEAMS, DayOfWeek.THURSDAY, true, 4, 3),
            new LeftAlone("TEAMS-3", 1, MeetingProvider.TEAMS, DayOfWeek.MONDAY, true, 3, 1),
            new LeftAlone("BIGBLUEBUTTON-1", 1, MeetingProvider.BIGBLUEBUTTON, DayOfWeek.WEDNESDAY, false, 2, 0),
            new LeftAlone("BIGBLUEBUTTON-2", 1, MeetingProvider.BIGBLUEBUTTON, DayOfWeek.THURSDAY, false, 3, 2),
            new LeftAlone("BIGBLUEBUTTON-3", 0, MeetingProvider.BIGBLUEBUTTON, DayOfWeek.TUESDAY, true, 5, 3));

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private DemoShape() {}

    private static Weekly weekly(DayOfWeek day, boolean morning, Modality modality, int trainer) {
        return new Weekly(day, morning, modality, trainer);
    }

    static boolean holiday(LocalDate day) {
        return HOLIDAYS.contains(MonthDay.from(day));
    }

    static LocalTime start(boolean morning) {
        return morning ? LocalTime.of(9, 0) : LocalTime.of(13, 30);
    }

    /** Half-days last 3 h 30, with a break of 15 minutes after an hour and a half. */
    static LocalTime end(boolean morning) {
        return start(morning).plusMinutes(210);
    }
}
