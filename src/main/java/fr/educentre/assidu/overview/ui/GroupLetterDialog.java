package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.messaging.GroupMessages;
import fr.educentre.assidu.messaging.GroupMessages.Letter;
import fr.educentre.assidu.overview.LearnerFigures;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes to the learners chosen: what is typed, what the first of them will get, and then the messages, one each. */
class GroupLetterDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 8_000;

    private final transient Texts texts;
    private final transient GroupMessages messages;
    private final UUID group;
    private final transient List<LearnerFigures> chosen;
    private final UUID key = TimeOrderedId.next();
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final Paragraph notice = new Paragraph();
    private final Div preview = new Div();

    GroupLetterDialog(Texts texts, GroupMessages messages, UUID group, List<LearnerFigures> chosen) {
        this.texts = texts;
        this.messages = messages;
        this.group = group;
        this.chosen = List.copyOf(chosen);
        setHeaderTitle(texts.get("overview.letter.title", chosen.size()));
        setWidth("min(40rem, 96vw)");
        setCloseOnOutsideClick(false);
        addClassName("assidu-dialog");
        subject.setLabel(texts.get("overview.letter.subject"));
        subject.setMaxLength(150);
        text.setLabel(texts.get("overview.letter.text"));
        text.setHelperText(texts.get("overview.letter.help"));
        text.setMinRows(6);
        List.of(subject, text).forEach(field -> field.getElement().getStyle().set("width", "100%"));
        subject.setRequiredIndicatorVisible(true);
        text.setRequiredIndicatorVisible(true);
        notice.addClassName("assidu-form-notice");
        notice.getElement().setAttribute("role", "alert");
        preview.getElement().setAttribute("aria-live", "polite");
        add(
                new Paragraph(texts.get(
                        "overview.letter.to",
                        chosen.stream()
                                .map(LearnerFigures::name)
                                .collect(Collectors.joining(texts.get("shell.separator"))))),
                notice,
                subject,
                text,
                preview);
        var send = new Button(texts.get("overview.letter.send", chosen.size()), click -> carryOut(this::send));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter()
                .add(
                        new Button(texts.get("shell.cancel"), click -> close()),
                        new Button(texts.get("overview.letter.preview"), click -> carryOut(this::showPreview)),
                        send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                subject.focus();
            }
        });
    }

    private Letter letter() {
        return new Letter(subject.getValue(), text.getValue());
    }

    private void showPreview() {
        var content = messages.preview(group, chosen.getFirst().learnerId(), letter());
        var body = new Pre(content.text());
        body.addClassName("assidu-letter");
        preview.removeAll();
        preview.add(
                new H3(texts.get("overview.letter.previewOf", chosen.getFirst().name())),
                new Paragraph(content.subject()),
                body);
    }

    private void send() {
        var written = messages.write(
                key, group, chosen.stream().map(LearnerFigures::learnerId).toList(), letter());
        close();
        String without = String.join(texts.get("shell.separator"), written.withoutAddress());
        Notification.show(
                written.withoutAddress().isEmpty()
                        ? texts.get("overview.letter.sent", written.messages())
                        : texts.get("overview.letter.sentWithout", written.messages(), without),
                SHOWN,
                Notification.Position.BOTTOM_START);
    }

    private void carryOut(Runnable act) {
        notice.setText("");
        Map<String, HasValidation> fields = Map.of("subject", subject, "text", text);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            act.run();
        } catch (InvalidContent invalid) {
            invalid.problems().forEach(problem -> {
                String why = texts.get(problem.key(), problem.arguments().toArray());
                if (fields.containsKey(problem.field())) {
                    fields.get(problem.field()).setErrorMessage(why);
                    fields.get(problem.field()).setInvalid(true);
                } else {
                    notice.setText(why);
                }
            });
        } catch (Refusal refusal) {
            notice.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }
}
