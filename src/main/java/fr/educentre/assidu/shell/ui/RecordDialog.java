package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of one thing of a list, over it.
 *
 * @param <C> what is kept of the thing
 */
final class RecordDialog<C> extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Managed<C> managed;
    private final transient RecordEditor<C> editor;
    private final UUID id;
    private final boolean known;

    RecordDialog(Managed<C> managed, FormSpec<C> spec, Shared shared, @Nullable UUID id, Consumer<Versioned<C>> kept) {
        this.managed = managed;
        this.known = id != null;
        this.id = id == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : id;
        this.editor = new RecordEditor<>(new OfList(), spec, shared.texts(), shared.json(), one -> {
            close();
            kept.accept(one);
        });
        Texts texts = shared.texts();
        setHeaderTitle(texts.get(spec.prefix() + (known ? ".edit" : ".new")));
        setWidth("min(46rem, 96vw)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        add(editor);
        if (known) {
            var history =
                    new Button(texts.get("manage.history"), VaadinIcon.CLOCK.create(), click -> editor.showHistory());
            history.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            getFooter().add(history);
        }
        var save = new Button(texts.get("manage.save"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                editor.focus();
            }
        });
    }

    /** What every dialog of a screen needs. */
    record Shared(Texts texts, JsonMapper json) {}

    /** Offers to remove it; what it held is handed on. */
    RecordDialog<C> removable(String label, BiConsumer<UUID, C> removed) {
        var remove = new Button(label, VaadinIcon.TRASH.create(), click -> {
            try {
                C content = managed.get(id).content();
                managed.remove(id);
                close();
                removed.accept(id, content);
            } catch (Refusal refusal) {
                editor.say(refusal);
            }
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        getFooter().addComponentAsFirst(remove);
        return this;
    }

    /** Offers to do something else to it. */
    RecordDialog<C> offering(List<RecordAction> actions, Texts texts) {
        var bar = new Div();
        bar.addClassName("assidu-form-choice");
        Map<RecordAction, Button> buttons = new LinkedHashMap<>();
        for (RecordAction action : actions) {
            var button = new Button(texts.get(action.labelKey()), click -> {
                try {
                    action.act().accept(id);
                    if (!action.doneKey().isEmpty()) {
                        Notification.show(texts.get(action.doneKey()));
                        editor.refresh();
                    }
                } catch (Refusal refusal) {
                    editor.say(refusal);
                }
                showApplying(buttons);
            });
            buttons.put(action, button);
            bar.add(button);
        }
        showApplying(buttons);
        if (!actions.isEmpty()) {
            add(bar);
        }
        return this;
    }

    private void showApplying(Map<RecordAction, Button> buttons) {
        buttons.forEach((action, button) -> button.setVisible(action.applies().test(id)));
    }

    /** One thing among those of its kind. */
    private final class OfList implements RecordEditor.Keeper<C> {

        @Override
        public Optional<Versioned<C>> find() {
            return known ? Optional.of(managed.get(id)) : Optional.empty();
        }

        @Override
        public Versioned<C> keep(@Nullable Integer version, C content) {
            return version == null ? managed.add(id, content) : managed.change(id, version, content);
        }

        @Override
        public List<Change> history() {
            return managed.history(id);
        }
    }
}
