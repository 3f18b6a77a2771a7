package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.educentre.assidu.shell.SettingsContributor;
import fr.educentre.assidu.shell.SettingsContributor.SettingsEntry;
import fr.educentre.assidu.shell.Texts;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** From one screen of what the centre is made of to another: links, since each has an address of its own. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SettingsTabs extends Nav {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingsEntry> entries;

    SettingsTabs(Texts texts, AuthenticationContext authentication, List<SettingsContributor> contributors) {
        entries = contributors.stream()
                .flatMap(contributor -> contributor.settings().stream())
                .filter(entry -> entry.roles().stream().anyMatch(authentication::hasRole))
                .sorted(Comparator.comparingInt(SettingsEntry::order))
                .toList();
        addClassName("assidu-tabs");
        getElement().setAttribute("aria-label", texts.get("manage.tabs"));
        for (SettingsEntry entry : entries) {
            var link = new Anchor(entry.path(), texts.get(entry.labelKey()));
            link.setRouterIgnore(false);
            add(link);
        }
        addAttachListener(attached -> markHere(attached.getUI()));
    }

    private void markHere(UI ui) {
        String here = ui.getActiveViewLocation().getPath();
        getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .filter(link -> link.getHref().equals(here))
                .forEach(link -> link.getElement().setAttribute("aria-current", "page"));
    }
}
