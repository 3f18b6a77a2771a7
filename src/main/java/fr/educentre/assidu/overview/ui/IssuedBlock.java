package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The documents issued last, to an auditor. */
@org.springframework.stereotype.Component
class IssuedBlock implements HomeBlock {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final IssuedDocuments documents;

    IssuedBlock(Texts texts, IssuedDocuments documents) {
        this.texts = texts;
        this.documents = documents;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.AUDITOR);
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        List<IssuedDocuments.IssuedView> last =
                documents.visible(IssuedDocuments.Query.ALL, 0, SHOWN).items();
        return new Look(last, () -> HomeCards.card(texts, texts.get("overview.home.issued"), list(last), "preuves"));
    }

    private Component list(List<IssuedDocuments.IssuedView> last) {
        if (last.isEmpty()) {
            return new EmptyState(
                    texts.get("overview.home.issued.empty"), texts.get("overview.home.issued.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        last.forEach(one -> list.add(
                new ListItem(one.number() + " · " + one.title() + " · " + SiteTimes.at(one.issuedAt(), texts))));
        return list;
    }
}
