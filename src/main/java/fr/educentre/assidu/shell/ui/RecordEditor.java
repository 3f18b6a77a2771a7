package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enters or corrects one thing. Who is second to change it sees what the first wrote beside their own and says which stands.
 *
 * @param <C> what is kept of the thing
 */
public final class RecordEditor<C> extends Div {

    private static final long serialVersionUID = 1L;
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final transient Keeper<C> keeper;
    private final transient FormSpec<C> spec;
    private final transient Texts texts;
    private final transient JsonMapper json;
    private final transient RecordForm<C> form;
    private final transient Consumer<Versioned<C>> kept;
    private final Div notice = new Div();

    /** Null while the thing is new. */
    private @Nullable Integer version;

    /**
     * Where one thing is kept.
     *
     * @param <C> what is kept of it
     */
    public interface Keeper<C> {

        /** As it is now; empty for a new one. */
        Optional<Versioned<C>> find();

        /**
         * @param version of what was read; null for a new one
         * @throws StaleContent when somebody changed it since
         * @throws InvalidContent naming each field to mend
         */
        Versioned<C> keep(@Nullable Integer version, C content);

        /** Newest first. */
        List<Change> history();
    }

    public RecordEditor(Keeper<C> keeper, FormSpec<C> spec, Texts texts, JsonMapper json, Consumer<Versioned<C>> kept) {
        this.keeper = keeper;
        this.spec = spec;
        this.texts = texts;
        this.json = json;
        this.kept = kept;
        this.form = new RecordForm<>(spec, texts, json);
        notice.addClassName("assidu-form-notice");
        notice.getElement().setAttribute("role", "alert");
        add(notice, form);
        refresh();
    }

    /** Puts aside what was typed for what is kept. */
    public void refresh() {
        Optional<Versioned<C>> now = keeper.find();
        version = now.map(Versioned::version).orElse(null);
        form.show(now.map(Versioned::content).orElse(null));
        notice.removeAll();
    }

    public void focus() {
        form.focus();
    }

    /** Keeps what was typed, or says at each field what to mend. */
    public void save() {
        notice.removeAll();
        try {
            Versioned<C> one = keeper.keep(version, form.read());
            version = one.version();
            kept.accept(one);
        } catch (InvalidContent invalid) {
            say(invalid);
            form.mark(invalid.problems());
        } catch (StaleContent stale) {
            compare(stale);
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    /** Says above the fields why something was not done. */
    public void say(Refusal refusal) {
        notice.add(new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
    }

    /** Shows who changed what. */
    public void showHistory() {
        new RecordHistory(spec, texts, keeper.history()).open();
    }

    /** Both are shown; nothing is lost until the person has said which stands. */
    private void compare(StaleContent stale) {
        say(stale);
        C mine = form.read();
        keeper.find().ifPresent(theirs -> {
            notice.add(new ChangedFields(
                    spec,
                    texts,
                    new ChangedFields.Side(texts.get("manage.theirs"), values(theirs.content())),
                    new ChangedFields.Side(texts.get("manage.mine"), values(mine))));
            var takeTheirs = new Button(texts.get("manage.takeTheirs"), click -> stands(theirs, theirs.content()));
            var keepMine = new Button(texts.get("manage.keepMine"), click -> {
                stands(theirs, mine);
                save();
            });
            var choice = new Div(takeTheirs, keepMine);
            choice.addClassName("assidu-form-choice");
            notice.add(choice);
        });
    }

    private void stands(Versioned<C> theirs, C content) {
        version = theirs.version();
        form.show(content);
        notice.removeAll();
    }

    private Map<String, @Nullable Object> values(C content) {
        return json.convertValue(content, VALUES);
    }
}
