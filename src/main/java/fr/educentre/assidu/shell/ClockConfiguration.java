package fr.educentre.assidu.shell;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What must lie in the past, or not too far ahead, is held against the same clock as everything else. */
    @Bean
    ValidationConfigurationCustomizer constraintsByTheClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }
}
