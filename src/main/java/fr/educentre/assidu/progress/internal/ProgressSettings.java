package fr.educentre.assidu.progress.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param idleCap the most that counts after an activity that nothing follows */
@ConfigurationProperties("assidu.progress")
record ProgressSettings(@DefaultValue("15m") Duration idleCap) {}
