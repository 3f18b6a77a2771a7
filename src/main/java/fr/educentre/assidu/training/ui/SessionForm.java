package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import java.util.ArrayList;
import java.util.List;

/** The fields of a session, the same whether one is planned or a series. */
final class SessionForm {

    private SessionForm() {}

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
