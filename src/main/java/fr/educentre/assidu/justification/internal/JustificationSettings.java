package fr.educentre.assidu.justification.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deadline to justify once asked for more
 * @param notBefore nobody is told before this long after the session's start
 */
@ConfigurationProperties("assidu.justification")
public record JustificationSettings(
        @DefaultValue("48h") Duration deadline,
        @DefaultValue("30m") Duration notBefore) {}
