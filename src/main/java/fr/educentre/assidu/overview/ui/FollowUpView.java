package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.overview.FollowUpPages;
import fr.educentre.assidu.overview.FollowUpPages.Page;
import fr.educentre.assidu.overview.FollowedMonth;
import fr.educentre.assidu.overview.FollowedMonth.Hours;
import fr.educentre.assidu.overview.FollowedMonth.Missed;
import fr.educentre.assidu.overview.FollowedMonth.Standing;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.ReaderLanguage;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.shell.ui.VisitorAddress;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an employer or a guardian sees behind a signed link: attendance month by month, on a phone first, and nothing else. */
@Route(value = "suivi/:token", autoLayout = false)
@AnonymousAllowed
class FollowUpView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient FollowUpPages pages;
    private String token = "";

    FollowUpView(Texts texts, FollowUpPages pages) {
        this.texts = texts;
        this.pages = pages;
        addClassName("assidu-public");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show(null);
    }

    private void show(@Nullable YearMonth month) {
        removeAll();
        add(language(month));
        try {
            Optional<Page> opened = pages.open(token, VisitorAddress.current(), month);
            opened.ifPresentOrElse(this::draw, this::over);
        } catch (Refusal braked) {
            add(new H1(texts.get("overview.followUp.page.title")));
            add(new Paragraph(texts.get(braked.key(), braked.arguments().toArray())));
        }
    }

    private void over() {
        add(
                new H1(texts.get("overview.followUp.page.over")),
                new Paragraph(texts.get("overview.followUp.page.over.text")));
    }

    private void draw(Page page) {
        add(
                new H1(texts.get("overview.followUp.page.title")),
                new Paragraph(texts.get("overview.followUp.page.whose", page.whose())));
        var month = new Select<YearMonth>();
        month.setLabel(texts.get("overview.followUp.page.month"));
        month.setItems(page.months());
        month.setItemLabelGenerator(this::named);
        month.setValue(page.month());
        month.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
            }
        });
        add(month);
        page.people().forEach(person -> add(card(person)));
        var note = new Paragraph(texts.get("overview.followUp.page.note"));
        note.addClassName("assidu-muted");
        add(note);
    }

    private Div card(FollowedMonth person) {
        var card = new Div(new H2(person.name()), new Paragraph(person.programme()));
        card.addClassName("assidu-card");
        if (person.hours().expected() == 0) {
            card.add(new Paragraph(texts.get("overview.followUp.page.noSession")));
            return card;
        }
        card.add(hours(person.hours()));
        if (person.missed().isEmpty()) {
            card.add(new Paragraph(texts.get("overview.followUp.page.noAbsence")));
            return card;
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        person.missed().forEach(one -> list.add(missed(one)));
        card.add(list);
        return card;
    }

    private DescriptionList hours(Hours hours) {
        var list = new DescriptionList();
        list.addClassName("assidu-facts");
        add(list, "expected", hours.expected());
        add(list, "realised", hours.realised());
        add(list, "absent", hours.absent());
        if (hours.late() > 0) {
            add(list, "late", hours.late());
        }
        if (hours.unknown() > 0) {
            add(list, "unknown", hours.unknown());
        }
        return list;
    }

    private void add(DescriptionList list, String what, int minutes) {
        list.add(
                new DescriptionList.Term(texts.get("overview.followUp.page." + what)),
                new DescriptionList.Description(ReaderFormats.duration(minutes)));
    }

    private ListItem missed(Missed one) {
        return new ListItem(
                new Span(texts.get(
                        "overview.followUp.page.missed",
                        SiteTimes.slot(one.from(), one.to(), one.zone(), texts),
                        ReaderFormats.duration(one.minutes()))),
                new StatusBadge(tone(one.standing()), texts.get("overview.followUp.page." + one.standing())));
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case TO_JUSTIFY -> Tone.NOTICE;
            case JUSTIFIED -> Tone.GOOD;
            case UNJUSTIFIED -> Tone.BAD;
        };
    }

    private String named(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", texts.language()));
    }

    private Button language(@Nullable YearMonth month) {
        var button = new Button(texts.get("overview.followUp.page.language"), click -> {
            ReaderLanguage.choose(Locale.ENGLISH.equals(UI.getCurrent().getLocale()) ? Locale.FRENCH : Locale.ENGLISH);
            show(month);
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.followUp.page.title") + " – " + texts.get("shell.app");
    }
}
