package fr.educentre.assidu.justification.ui;

import fr.educentre.assidu.shell.SettingsContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AbsenceReasonsEntry implements SettingsContributor {

    @Override
    public List<SettingsEntry> settings() {
        return List.of(new SettingsEntry("manage.absenceReason.screen", "centre/motifs", 27, Set.of("ADMIN")));
    }
}
