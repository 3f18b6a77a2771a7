package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceConnections.FieldState;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a connection needs, step by step. A secret that is set is never shown; left empty, it stays. */
class SettingsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient SourceConnections connections;
    private final transient Texts texts;
    private final transient Map<FieldState, HasValue<?, String>> inputs = new LinkedHashMap<>();
    private final String connector;
    private final transient Runnable saved;

    SettingsDialog(
            Connection one,
            SourceConnections connections,
            Texts texts,
            boolean administrator,
            String baseUrl,
            Runnable saved) {
        this.connections = connections;
        this.texts = texts;
        this.connector = one.described().name();
        this.saved = saved;
        setHeaderTitle(texts.get("connectors.settings.title", one.described().title()));
        setWidth("min(40rem, 95vw)");
        add(guide(one.described().name(), baseUrl));
        connections.fields(one.described().name()).forEach(field -> add(input(field, administrator)));
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()));
        if (administrator) {
            var save = new Button(texts.get("connectors.settings.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(save);
        } else {
            add(new Paragraph(texts.get("connectors.settings.readOnly")));
        }
    }

    /** One step a line of the text. */
    private OrderedList guide(String name, String baseUrl) {
        var steps = new OrderedList();
        steps.addClassName("assidu-steps");
        texts.get("connectors." + name + ".guide", baseUrl)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> steps.add(new ListItem(line.strip())));
        return steps;
    }

    private com.vaadin.flow.component.Component input(FieldState field, boolean administrator) {
        String help = field.help() == null ? "" : field.help();
        if (field.secret()) {
            var input = LocalizedParts.passwordField(texts);
            input.setLabel(field.label());
            input.setRevealButtonVisible(false);
            input.setPlaceholder(
                    texts.get(field.set() ? "connectors.settings.secretSet" : "connectors.settings.unset"));
            input.setHelperText(help);
            input.setRequiredIndicatorVisible(field.required());
            input.setReadOnly(!administrator);
            input.setWidthFull();
            input.getElement().setAttribute("autocomplete", "new-password");
            inputs.put(field, input);
            return input;
        }
        var input = new TextField(field.label());
        input.setValue(field.value() == null ? "" : field.value());
        input.setHelperText(help);
        input.setRequiredIndicatorVisible(field.required());
        input.setReadOnly(!administrator);
        input.setWidthFull();
        inputs.put(field, input);
        return input;
    }

    private void save() {
        Map<String, String> changed = new LinkedHashMap<>();
        inputs.forEach((field, input) -> {
            String value = input.getValue().strip();
            String before = field.value() == null ? "" : field.value();
            boolean given = field.secret() ? !value.isEmpty() : !value.equals(before);
            if (given) {
                changed.put(field.name(), value);
            }
        });
        try {
            if (!changed.isEmpty()) {
                connections.set(connector, changed);
            }
            Notification.show(texts.get("connectors.settings.saved"));
            close();
            saved.run();
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }
}
