package fr.educentre.assidu.alerts.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Replays;
import fr.educentre.assidu.alerts.Replays.Report;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules/replay")
@Tag(name = "Rules")
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    /** @param text a draft, or {@code ruleId} and {@code version} of a kept one; group by its id */
    record Body(
            @Nullable String ruleSet,
            @Nullable String text,
            @Nullable UUID ruleId,
            @Nullable Integer version,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID group) {}

    @PostMapping
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(
            summary = "What a rule would have raised over a past period, as it was known on each day; nothing is sent")
    Report replay(@RequestBody Body body) {
        return replays.replay(
                new Replays.Request(
                        body.ruleSet() == null ? "assiduity" : body.ruleSet(),
                        body.text(),
                        body.ruleId(),
                        body.version(),
                        required(body.from(), "from"),
                        required(body.to(), "to"),
                        body.group()),
                days -> {});
    }

    private static LocalDate required(@Nullable LocalDate date, String field) {
        if (date == null) {
            throw Refusal.malformed("refusal.rules.field", field);
        }
        return PlausibleDays.required(field, date);
    }
}
