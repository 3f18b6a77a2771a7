package fr.educentre.assidu.relaunch.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param delay between two steps, in place of the rule's working days, for trials
 * @param escalationWorkingDays before the referent takes over when the rule asks for one mail alone
 */
@ConfigurationProperties("assidu.relaunch")
public record RelaunchSettings(
        @Nullable Duration delay, @DefaultValue("3") int escalationWorkingDays) {}
