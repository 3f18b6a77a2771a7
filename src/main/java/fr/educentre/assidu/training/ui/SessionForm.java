package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.management.SessionContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a session, the same whether one is planned or a series. */
final class SessionForm {

    private SessionForm() {}

    /**
     * The form of one session.
     *
     * @param blank what is known of a new one, by field
     */
    static FormSpec<SessionContent> one(Texts texts, SessionChoices choices, Map<String, Object> blank) {
        List<FormField> fields = new ArrayList<>(fields(
                texts, choices, List.of(new FormField.Moment("startsAt", true), new FormField.Moment("endsAt", true))));
        fields.add(new FormField.Rows(
                "breaks", List.of(new FormField.Moment("from", true), new FormField.Moment("to", true))));
        Map<String, Object> known = new HashMap<>(Map.of("modality", "IN_PERSON"));
        known.putAll(blank);
        return new FormSpec<>("manage.session", SessionContent.class, fields, Map.copyOf(known));
    }

    /** @param moments when it is held: a moment for one, days and hours for a series */
    static List<FormField> fields(Texts texts, SessionChoices choices, List<FormField> moments) {
        List<FormField> fields = new ArrayList<>(List.of(
                FormField.line("title"),
                new FormField.Lookup("groupId", true, choices.groups()),
                new FormField.Lookup("moduleId", false, choices.modules()),
                new FormField.Lookup("trainerId", true, choices.trainers()),
                new FormField.Lookups("coTrainerIds", choices.trainers())));
        fields.addAll(moments);
        fields.addAll(List.of(
                FormField.choice("modality", Modality.class, one -> texts.get("manage.modality." + one.name())),
                FormField.optional("room"),
                new FormField.Lookup("siteId", false, choices.sites()),
                FormField.optionalChoice(
                        "meeting.provider", MeetingProvider.class, one -> texts.get("manage.meeting." + one.name())),
                FormField.optional("meeting.id"),
                FormField.optional("meeting.url")));
        return fields;
    }
}
