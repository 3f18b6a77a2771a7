package fr.educentre.assidu.onboarding.ui;

import fr.educentre.assidu.shell.SettingsContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class OnboardingEntry implements SettingsContributor {

    @Override
    public List<SettingsEntry> settings() {
        return List.of(
                new SettingsEntry("onboarding.screen", OnboardingView.PATH, 5, Set.of("ADMIN", "QUALITY_MANAGER")));
    }
}
