package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of this module that paths name. */
@Configuration(proxyBeanMethods = false)
class CentreGuards {

    @Bean
    ResourceGuard sessionGuard(Ownership ownership) {
        return new Guard("session", ownership::requireSession);
    }

    @Bean
    ResourceGuard groupGuard(Ownership ownership) {
        return new Guard("group", ownership::requireGroup);
    }

    @Bean
    ResourceGuard learnerGuard(Ownership ownership) {
        return new Guard("learner", ownership::requireLearner);
    }

    @Bean
    ResourceGuard enrolmentGuard(Ownership ownership) {
        return new Guard("enrolment", ownership::requireEnrolment);
    }

    private record Guard(String kind, BiConsumer<Actor, UUID> rule) implements ResourceGuard {

        @Override
        public void check(Actor actor, UUID id) {
            rule.accept(actor, id);
        }
    }
}
