package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Blank;
import fr.educentre.assidu.rules.RuleBook.Checked;
import fr.educentre.assidu.rules.RuleBook.Piece;
import fr.educentre.assidu.rules.RuleBook.Problem;
import fr.educentre.assidu.rules.RuleBook.Sentence;
import fr.educentre.assidu.rules.RuleGroups;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A rule as its sentences, place by place: chosen from the vocabulary, with fields in their blanks. */
class SentenceBuilder extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<Place> PLACES =
            List.of(Place.SCOPE, Place.CONDITION, Place.EXCEPTION, Place.ACTION, Place.LIMIT);

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient WorkingDraft draft;
    private final transient List<Sentence> vocabulary;
    private final transient Map<Integer, Div> problems = new HashMap<>();

    SentenceBuilder(RuleBook book, Texts texts, WorkingDraft draft) {
        this.book = book;
        this.texts = texts;
        this.draft = draft;
        this.vocabulary = book.vocabulary(lines().english() ? Locale.ENGLISH : Texts.FRENCH).stream()
                .filter(sentence -> sentence.ruleSet().equals(draft.ruleSet()))
                .toList();
        addClassName("assidu-builder");
        show();
    }

    private RuleLines lines() {
        return RuleLines.of(draft.ruleSet(), draft.text());
    }

    /** Drawn anew from the text. */
    final void show() {
        removeAll();
        problems.clear();
        var lines = lines();
        if (lines.english() != Texts.english(texts.language())) {
            var written = new Paragraph(texts.get(
                    "rules.writtenIn." + (lines.english() ? "en" : "fr") + (draft.writable() ? "" : ".read")));
            written.addClassName("assidu-muted");
            add(written);
        }
        var pieces = book.pieces(draft.ruleSet(), draft.text());
        if (!draft.assiduity()) {
            var section = new Section(new H3(texts.get("rules.place.PARAMETER")));
            lines.in(Place.PARAMETER).forEach(line -> section.add(row(line, pieces.get(line.number() - 1))));
            if (draft.writable()) {
                section.add(adding(Place.PARAMETER, one -> lines().add(Place.PARAMETER, one)));
            }
            add(section);
            return;
        }
        for (Place place : PLACES) {
            var there = lines.in(place);
            var section = new Section(new H3(texts.get("rules.place." + place)));
            there.forEach(line -> {
                section.add(row(line, pieces.get(line.number() - 1)));
                endOfList(lines, line).ifPresent(opener -> section.add(addingTo(opener)));
            });
            if (draft.writable() && (place != Place.LIMIT || there.isEmpty())) {
                section.add(adding(place, one -> lines().add(place, one)));
            } else if (there.isEmpty()) {
                section.add(new Span(texts.get("rules.place.none")));
            }
            add(section);
        }
    }

    /** The list that ends with this line, where one may still be added to. */
    private Optional<Line> endOfList(RuleLines lines, Line line) {
        var groups = RuleGroups.of(lines);
        Optional<Line> opener = RuleGroups.opensList(line)
                ? Optional.of(line)
                : RuleGroups.item(line) ? groups.opener(line) : Optional.empty();
        return opener.filter(list -> draft.writable())
                .filter(list -> groups.items(list).stream().allMatch(item -> item.number() <= line.number()));
    }

    private ComboBox<Sentence> addingTo(Line opener) {
        var choice = adding(opener.place(), one -> RuleGroups.of(lines()).added(opener.number(), one));
        choice.setPlaceholder(texts.get("rules.add.item"));
        choice.setAriaLabel(texts.get("rules.add.item"));
        choice.addClassName("assidu-builder-item");
        return choice;
    }

    private Div row(Line line, List<Piece> pieces) {
        var row = new Div();
        row.addClassName("assidu-builder-row");
        boolean list = isFact(line) && RuleGroups.opensList(line);
        if (draft.writable()) {
            writable(row, line, pieces, list);
        } else {
            row.add(sentence(line, pieces));
        }
        var wrong = new Div();
        wrong.addClassName("assidu-builder-problems");
        problems.put(line.number(), wrong);
        var whole = new Div(row, wrong);
        if (isFact(line) && RuleGroups.item(line)) {
            whole.addClassName("assidu-builder-item");
        }
        return whole;
    }

    private void writable(Div row, Line line, List<Piece> pieces, boolean list) {
        var tools = new ConditionTools(texts, this::lines, changed -> redrawn(changed.text()));
        boolean known = pieces.size() > 1 || list;
        if (known && (isFact(line) || line.place() == Place.SCOPE)) {
            tools.joining(line).ifPresent(row::add);
        }
        row.add(list ? grown(tools.list(line)) : sentence(line, pieces));
        if (known && isFact(line)) {
            row.add(tools.negating(line));
            if (!list) {
                row.add(tools.grouping(line));
            }
        }
        row.add(removing(line));
    }

    private static boolean isFact(Line line) {
        return line.place() == Place.CONDITION || line.place() == Place.EXCEPTION;
    }

    private SentenceLine sentence(Line line, List<Piece> pieces) {
        return new SentenceLine(
                pieces,
                !draft.writable(),
                texts,
                changed -> draft.text(lines().with(line.number(), changed).text()));
    }

    private Button removing(Line line) {
        var remove = new Button(
                texts.get("rules.remove"),
                click -> redrawn(RuleGroups.of(lines()).remove(line.number()).text()));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(texts.get("rules.remove.line", line.sentence()));
        return remove;
    }

    private static Div grown(Component component) {
        var grown = new Div(component);
        grown.addClassName("assidu-grow");
        return grown;
    }

    /** @param added the lines with one more sentence */
    private ComboBox<Sentence> adding(Place place, Function<String, RuleLines> added) {
        var choice = new ComboBox<Sentence>();
        boolean english = Texts.english(texts.language());
        choice.setPlaceholder(texts.get("rules.add." + place));
        choice.setAriaLabel(texts.get("rules.add." + place));
        choice.setItems(
                (sentence, typed) -> wordsIn(shown(sentence, english), typed),
                vocabulary.stream().filter(one -> fits(one, place)).toList());
        choice.setItemLabelGenerator(sentence -> shown(sentence, english));
        choice.setWidthFull();
        choice.addClassName("assidu-builder-add");
        choice.getStyle().set("--vaadin-combo-box-overlay-width", "min(46rem, 92vw)");
        choice.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                redrawn(added.apply(filled(event.getValue())).text());
            }
        });
        return choice;
    }

    /** Exceptions are said with the words of conditions. */
    private static boolean fits(Sentence sentence, Place place) {
        return place == Place.EXCEPTION || place == Place.CONDITION
                ? Set.of("CONDITION", "EXCEPTION").contains(sentence.kind())
                : sentence.kind().equals(place.name());
    }

    private static boolean wordsIn(String sentence, String typed) {
        String lower = sentence.toLowerCase(java.util.Locale.FRENCH);
        for (String word : typed.toLowerCase(java.util.Locale.FRENCH).split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(Sentence sentence, boolean english) {
        return (english ? sentence.english() : sentence.french()).replaceAll("\\{\\w+}", "…");
    }

    private String filled(Sentence sentence) {
        String text = lines().english() ? sentence.english() : sentence.french();
        for (Blank blank : sentence.blanks()) {
            text = text.replace("{" + blank.name() + "}", blank.example());
        }
        return text;
    }

    private void redrawn(String text) {
        draft.text(text, this::show);
    }

    /** Each problem under its line; those of no line shown here are left to the caller. */
    List<Problem> show(Checked checked, Consumer<String> apply) {
        var byLine = new HashMap<Integer, List<Problem>>();
        var others = new ArrayList<Problem>();
        for (Problem problem : checked.problems()) {
            if (problems.containsKey(problem.line())) {
                byLine.computeIfAbsent(problem.line(), line -> new ArrayList<>())
                        .add(problem);
            } else {
                others.add(problem);
            }
        }
        problems.forEach((line, place) -> {
            place.removeAll();
            var wrong = byLine.get(line);
            if (wrong != null) {
                place.add(new ProblemList(wrong, false, texts, apply));
            }
        });
        return others;
    }
}
