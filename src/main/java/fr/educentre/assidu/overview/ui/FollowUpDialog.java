package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.overview.FollowUpLink;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import java.util.List;
import java.util.UUID;

/** Sends the link of follow-up to somebody chosen, shows whose links work, and takes one back. */
class FollowUpDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Followed followed;
    private final Div links = new Div();
    private final Paragraph problem = new Paragraph();

    /** What is done for one employer, or one learner. */
    interface Followed {

        List<Follower> people();

        List<FollowUpLink> links();

        void send(Follower to, boolean english);

        void revoke(UUID link);
    }

    /** @param about what a recipient will see */
    FollowUpDialog(Texts texts, String about, Followed followed) {
        this.texts = texts;
        this.followed = followed;
        setHeaderTitle(texts.get("overview.followUp.title"));
        setWidth("min(34rem, 95vw)");
        problem.getElement().setAttribute("role", "alert");
        problem.getStyle().set("color", "var(--assidu-bad)");
        add(new Paragraph(about));
        List<Follower> people = followed.people();
        if (people.isEmpty()) {
            add(new Paragraph(texts.get("overview.followUp.nobody")));
        } else {
            add(form(people));
        }
        add(problem, links);
        getFooter().add(new Button(texts.get("overview.space.cancel"), click -> close()));
        show();
    }

    private Div form(List<Follower> people) {
        var to = new Select<Follower>();
        to.setLabel(texts.get("overview.followUp.to"));
        to.setItems(people);
        to.setItemLabelGenerator(person -> texts.get("overview.followUp.person", person.name(), person.address()));
        to.setValue(people.getFirst());
        to.setWidthFull();
        var language = new Select<String>();
        language.setLabel(texts.get("overview.followUp.language"));
        language.setItems("fr", "en");
        language.setItemLabelGenerator(one -> texts.get("overview.followUp.language." + one));
        language.setValue("fr");
        var send = new Button(
                texts.get("overview.followUp.send"),
                click -> act(() -> {
                    followed.send(to.getValue(), "en".equals(language.getValue()));
                    Notification.show(
                            texts.get("overview.followUp.sent", to.getValue().address()));
                }));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send.setEnabled(true));
        var form = new Div(to, language, send);
        form.addClassName("assidu-space-part");
        return form;
    }

    private void act(Runnable act) {
        problem.setText("");
        try {
            act.run();
        } catch (Refusal refusal) {
            problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        show();
    }

    private void show() {
        links.removeAll();
        List<FollowUpLink> working = followed.links();
        links.add(new H3(texts.get("overview.followUp.links")));
        if (working.isEmpty()) {
            links.add(new Paragraph(texts.get("overview.followUp.links.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (FollowUpLink link : working) {
            var revoke = new Button(
                    texts.get("overview.followUp.revoke"),
                    click -> act(() -> {
                        followed.revoke(link.id());
                        Notification.show(texts.get("overview.followUp.revoked"));
                    }));
            revoke.setAriaLabel(texts.get("overview.followUp.revoke.of", link.address()));
            revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            list.add(new ListItem(
                    new Span(texts.get(
                            "overview.followUp.link",
                            link.name(),
                            link.address(),
                            SiteTimes.at(link.sentAt(), texts),
                            SiteTimes.at(link.expiresAt(), texts))),
                    revoke));
        }
        links.add(list);
    }
}
