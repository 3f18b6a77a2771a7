package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleWarnings;
import fr.educentre.assidu.rules.RuleWarnings.Remark;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.rules.RuleWatch.Course;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "Rules")
class WatchController {

    private static final int MOST_WEEKS = 104;
    private static final int MOST_DAYS = 366;

    private final RuleBook book;
    private final RuleWatch watch;
    private final RuleWarnings remarks;

    WatchController(RuleBook book, RuleWatch watch, RuleWarnings remarks) {
        this.book = book;
        this.watch = watch;
        this.remarks = remarks;
    }

    /** @param returnedShare between 0 and 1, null while no alert is old enough to tell */
    record Line(
            UUID ruleId,
            String ruleName,
            int firings,
            int learners,
            @Nullable Double returnedShare) {}

    @GetMapping("/watch")
    @Operation(summary = "Firings, learners touched and share that came back within 7 days, by rule")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    PageOf<Line> watch(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var counts = watch.lately(within("days", days, MOST_DAYS));
        var lines = book.all().stream()
                .filter(rule -> rule.ruleSet().equals("assiduity"))
                .filter(rule -> rule.live() || counts.containsKey(rule.id()))
                .map(rule -> {
                    var count = counts.getOrDefault(rule.id(), RuleWatch.Count.NONE);
                    return new Line(rule.id(), rule.name(), count.firings(), count.learners(), count.returnedShare());
                })
                .toList();
        return RulesController.slice(lines, page, size);
    }

    @GetMapping("/{id}/watch")
    @Operation(summary = "A rule week by week, and the rules that touched the same learners")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("rule")
    Course course(@PathVariable UUID id, @RequestParam(defaultValue = "12") int weeks) {
        return watch.course(id, within("weeks", weeks, MOST_WEEKS));
    }

    @GetMapping("/remarks")
    @Operation(summary = "Rules in force that never fire, nearly always fire, repeat or contradict another")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    PageOf<Remark> remarks(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return RulesController.slice(remarks.all(), page, size);
    }

    private static int within(String name, int asked, int most) {
        if (asked < 1 || asked > most) {
            throw Refusal.malformed("refusal.rules.watch", name, String.valueOf(asked), String.valueOf(most));
        }
        return asked;
    }
}
