package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.MenuContributor;
import fr.educentre.assidu.shell.SettingsContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class CentreMenu implements MenuContributor, SettingsContributor {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry(
                        "planning.screen",
                        "planning",
                        "vaadin:calendar-clock",
                        45,
                        Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")),
                new MenuEntry("manage.menu", "centre/organisation", "vaadin:building", 105, Set.of("ADMIN")),
                new MenuEntry("manage.menu", "centre/parcours", "vaadin:building", 105, Set.of("QUALITY_MANAGER")));
    }

    @Override
    public List<SettingsEntry> settings() {
        Set<String> admin = Set.of("ADMIN");
        Set<String> quality = Set.of("QUALITY_MANAGER");
        return List.of(
                new SettingsEntry("manage.organisation.screen", "centre/organisation", 10, admin),
                new SettingsEntry("manage.site.screen", "centre/sites", 20, admin),
                new SettingsEntry("manage.programme.screen", "centre/parcours", 30, quality),
                new SettingsEntry("manage.group.screen", "centre/groupes", 40, quality),
                new SettingsEntry("manage.learner.screen", "centre/apprenants", 50, quality),
                new SettingsEntry("manage.enrolment.screen", "centre/inscriptions", 60, quality),
                new SettingsEntry("manage.session.screen", "centre/seances", 65, quality),
                new SettingsEntry("manage.trainer.screen", "centre/formateurs", 70, quality),
                new SettingsEntry("manage.referent.screen", "centre/referents", 80, quality),
                new SettingsEntry("manage.funder.screen", "centre/financeurs", 90, quality),
                new SettingsEntry("manage.employer.screen", "centre/entreprises", 100, quality));
    }
}
