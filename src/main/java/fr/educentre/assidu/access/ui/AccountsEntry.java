package fr.educentre.assidu.access.ui;

import fr.educentre.assidu.shell.SettingsContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AccountsEntry implements SettingsContributor {

    @Override
    public List<SettingsEntry> settings() {
        return List.of(new SettingsEntry("manage.account.screen", "centre/comptes", 25, Set.of("ADMIN")));
    }
}
