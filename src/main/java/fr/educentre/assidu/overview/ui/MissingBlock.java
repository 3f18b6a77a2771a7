package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.PhoneLink;
import fr.educentre.assidu.training.LearnerPhones.Phone;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is missing now in the groups of a referent, and whom to call about them. */
@org.springframework.stereotype.Component
class MissingBlock implements HomeBlock {

    private static final int SHOWN = 6;
    private static final String ALL = "absents";

    private final Texts texts;
    private final AbsentPeople absents;
    private final VisibleSessions sessions;

    MissingBlock(Texts texts, AbsentPeople absents, VisibleSessions sessions) {
        this.texts = texts;
        this.absents = absents;
        this.sessions = sessions;
    }

    private record Missing(long count, long toCall, List<AbsentPerson> first) {}

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.REFERENT);
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Look look(Actor actor) {
        List<AbsentPerson> all = absents.on(sessions.day(), null);
        List<AbsentPerson> toCall = all.stream().filter(AbsentPerson::toCall).toList();
        var missing = new Missing(
                all.size(), toCall.size(), toCall.stream().limit(SHOWN).toList());
        return new Look(missing, () -> drawn(missing));
    }

    private Component drawn(Missing missing) {
        if (missing.count() == 0) {
            return HomeCards.card(
                    texts,
                    texts.get("overview.home.missing"),
                    new EmptyState(
                            texts.get("overview.home.missing.empty"), texts.get("overview.home.missing.empty.text")),
                    ALL);
        }
        var content = new Div(
                new Paragraph(texts.get("overview.home.missing.count", missing.count(), missing.toCall())),
                people(missing.first()));
        return HomeCards.card(texts, texts.get("overview.home.missing"), content, ALL);
    }

    private Component people(List<AbsentPerson> people) {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (AbsentPerson person : people) {
            var item = new ListItem(
                    new RouterLink(person.name(), LearnerView.class, LearnerView.parameters(person.learnerId())),
                    new Span(" · " + person.missed().getFirst().session().groupName() + " · "
                            + texts.get("justification.absents.status." + person.status()) + " "));
            person.phones().forEach(phone -> item.add(phone(phone), new Span(" ")));
            list.add(item);
        }
        return list;
    }

    private Component phone(Phone phone) {
        String whose = texts.get(
                "justification.absents.phone", texts.get("justification.absents.phone." + phone.whose()), phone.name());
        var box = new Span(
                new Span(texts.get("justification.absents.phone." + phone.whose()) + " "),
                new PhoneLink(phone.number(), texts.get("justification.absents.phone.call", whose, phone.number())));
        box.addClassName("assidu-phone-of");
        return box;
    }
}
