package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.NumberField;
import fr.educentre.assidu.rules.RuleExample.Connection;
import fr.educentre.assidu.rules.RuleExample.Followed;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Module;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.util.Optional;

/** What the learner of an example follows: hours and fundings, modules and work, connections, the trainer's absences. */
class ExampleCourse extends Div {

    private static final long serialVersionUID = 1L;
    private static final int DAY = 1_440;

    private final transient Texts texts;
    private final transient ExampleFields fields;
    private final NumberField agreed;
    private final NumberField credited;
    private final NumberField remaining;
    private final ExampleRows<Funding> fundings;
    private final ExampleRows<Module> modules;
    private final ExampleWork work;
    private final ExampleRows<Connection> connections;
    private final ExampleRows<Integer> absences;

    ExampleCourse(Texts texts, Followed course) {
        this.texts = texts;
        this.fields = new ExampleFields(texts);
        agreed = fields.hours("rules.example.agreed");
        credited = fields.hours("rules.example.credited");
        remaining = fields.hours("rules.example.remaining");
        agreed.setValue(ExampleFields.hours(course.agreedMinutes()));
        credited.setValue(ExampleFields.hours(course.creditedMinutes()));
        remaining.setValue(ExampleFields.hours(course.remainingMinutes()));
        agreed.setHelperText(texts.get("rules.example.agreed.help"));
        credited.setHelperText(texts.get("rules.example.credited.help"));
        fundings = fundings(course);
        modules = modules(course);
        work = new ExampleWork(texts, course.work());
        connections = connections(course);
        absences = absences(course);
        boolean hours = agreed.getValue() != null
                || credited.getValue() != null
                || remaining.getValue() != null
                || !course.fundings().isEmpty();
        add(
                new H3(texts.get("rules.example.course")),
                fields.more(
                        "rules.example.more.hours",
                        hours,
                        ExampleFields.together(agreed, credited, remaining),
                        fundings),
                fields.more(
                        "rules.example.more.work",
                        !course.modules().isEmpty() || !course.work().isEmpty(),
                        modules,
                        work),
                fields.more(
                        "rules.example.more.connections", !course.connections().isEmpty(), connections),
                fields.more(
                        "rules.example.more.trainer", !course.trainerAbsences().isEmpty(), absences));
    }

    private ExampleRows<Funding> fundings(Followed course) {
        var code = fields.code("rules.example.funding.code");
        var kind = fields.choice("rules.example.funder", "rules.example.funder.", ExampleLearner.FUNDERS);
        var of = fields.hours("rules.example.agreed");
        var done = fields.hours("rules.example.credited");
        var left = fields.hours("rules.example.remaining");
        return new ExampleRows<>(
                texts,
                "rules.example.fundings",
                course.fundings(),
                one -> texts.get(
                        "rules.example.funding.line",
                        one.kind() == null || one.kind().equals(one.code())
                                ? one.code()
                                : one.code() + " (" + one.kind() + ")",
                        ReaderFormats.duration(one.agreedMinutes()),
                        ReaderFormats.duration(one.creditedMinutes()),
                        ReaderFormats.duration(one.remainingMinutes())),
                () -> Optional.ofNullable(Optional.ofNullable(ExampleFields.filledIn(code))
                                .orElseGet(kind::getValue))
                        .map(told -> new Funding(told, kind.getValue(), minutes(of), minutes(done), minutes(left))),
                kind,
                code,
                of,
                done,
                left);
    }

    private static int minutes(NumberField hours) {
        return ExampleFields.orNone(ExampleFields.minutes(hours));
    }

    private ExampleRows<Module> modules(Followed course) {
        var code = fields.code("rules.example.module");
        var planned = fields.hours("rules.example.planned");
        return new ExampleRows<>(
                texts,
                "rules.example.modules",
                course.modules(),
                one -> texts.get("rules.example.module.line", one.code(), ReaderFormats.duration(one.plannedMinutes())),
                () -> Optional.ofNullable(ExampleFields.filledIn(code)).map(told -> new Module(told, minutes(planned))),
                code,
                planned);
    }

    private ExampleRows<Connection> connections(Followed course) {
        var ago = fields.daysAgo("rules.example.ago");
        var minutes = fields.number("rules.example.connected", 0, DAY, "min");
        return new ExampleRows<>(
                texts,
                "rules.example.connections",
                course.connections(),
                one -> texts.get("rules.example.connection.line", one.daysAgo(), ReaderFormats.duration(one.minutes())),
                () -> Optional.ofNullable(ago.getValue())
                        .map(days -> new Connection(days, ExampleFields.orNone(minutes.getValue()))),
                ago,
                minutes);
    }

    private ExampleRows<Integer> absences(Followed course) {
        var ago = fields.daysAgo("rules.example.ago");
        return new ExampleRows<>(
                texts,
                "rules.example.trainerAbsences",
                course.trainerAbsences(),
                days -> texts.get("rules.example.trainerAbsence.line", days),
                () -> Optional.ofNullable(ago.getValue()),
                ago);
    }

    Followed course() {
        return new Followed(
                ExampleFields.minutes(agreed),
                ExampleFields.minutes(credited),
                ExampleFields.minutes(remaining),
                fundings.rows(),
                modules.rows(),
                work.rows(),
                connections.rows(),
                absences.rows());
    }
}
