package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscriptions and proposals are of the whole centre: whoever may import sees them all. */
@Configuration(proxyBeanMethods = false)
class CalendarGuards {

    @Bean
    ResourceGuard calendarGuard(Calendars calendars) {
        return new Guard("calendar", calendars::feed);
    }

    @Bean
    ResourceGuard removalGuard(Timetables timetables) {
        return new Guard("removal", id -> {
            if (timetables.removal(id).isEmpty()) {
                throw Refusal.notFound("removal");
            }
        });
    }

    private record Guard(String kind, Consumer<UUID> rule) implements ResourceGuard {

        @Override
        public void check(Actor actor, UUID id) {
            rule.accept(id);
        }
    }
}
