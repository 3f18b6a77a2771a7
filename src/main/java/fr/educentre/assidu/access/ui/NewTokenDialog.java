package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.access.ApiTokens;
import fr.educentre.assidu.access.ApiTokens.IssuedToken;
import fr.educentre.assidu.access.NewToken;
import fr.educentre.assidu.access.TokenScope;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.RecordEditor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes a token and shows its value, this once. */
class NewTokenDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ApiTokens tokens;
    private final transient Texts texts;
    private final transient Runnable made;
    private final UUID key = TimeOrderedId.next();

    /** What was made last. */
    private transient @Nullable IssuedToken issued;

    NewTokenDialog(ApiTokens tokens, Texts texts, JsonMapper json, Runnable made) {
        this.tokens = tokens;
        this.texts = texts;
        this.made = made;
        var editor = new RecordEditor<>(new Issuing(), spec(texts), texts, json, kept -> show());
        setHeaderTitle(texts.get("access.tokens.new"));
        setWidth("min(36rem, 96vw)");
        setCloseOnOutsideClick(false);
        add(editor);
        var save = new Button(texts.get("access.tokens.make"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
    }

    private static FormSpec<NewToken> spec(Texts texts) {
        return new FormSpec<>(
                "access.token",
                NewToken.class,
                List.of(
                        FormField.line("name"),
                        FormField.choice(
                                "scope", TokenScope.class, scope -> texts.get("access.tokens.scope." + scope.name())),
                        new FormField.Day("validUntil", false)),
                Map.of("scope", TokenScope.READ.name()));
    }

    private void show() {
        IssuedToken token = issued;
        if (token == null) {
            return;
        }
        String value = Objects.requireNonNullElse(token.value(), "");
        removeAll();
        getFooter().removeAll();
        var shown = new TextField(texts.get("access.tokens.value"));
        shown.setValue(value);
        shown.setReadOnly(true);
        shown.setWidthFull();
        var once = new Paragraph(texts.get("access.tokens.once"));
        once.getElement().setAttribute("role", "status");
        add(once, shown, new Paragraph(texts.get("access.tokens.how")), OwnTokensView.header("…"));
        getFooter().add(new Button(texts.get("manage.close"), click -> close()));
        shown.focus();
        made.run();
    }

    /** A token is made once; afterwards it can only be taken back. */
    private final class Issuing implements RecordEditor.Keeper<NewToken> {

        @Override
        public Optional<Versioned<NewToken>> find() {
            return Optional.empty();
        }

        @Override
        public Versioned<NewToken> keep(@Nullable Integer version, NewToken content) {
            issued = tokens.issue(key, content);
            return new Versioned<>(key, 0, content);
        }

        @Override
        public List<Change> history() {
            return List.of();
        }
    }
}
