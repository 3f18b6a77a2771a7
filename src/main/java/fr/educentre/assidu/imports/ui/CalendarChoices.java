package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import fr.educentre.assidu.imports.Calendars.CancelledTitles;
import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Doubts;
import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.imports.Timetables.Trainer;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Centre.Labelled;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.time.Duration;
import java.util.Optional;

/** For which group a calendar is, and how its events become sessions. */
class CalendarChoices extends Div {

    private static final long serialVersionUID = 1L;

    private final ComboBox<GroupInfo> group = new ComboBox<>();
    private final ComboBox<Trainer> trainer = new ComboBox<>();
    private final ComboBox<Labelled> site = new ComboBox<>();
    private final TimePicker lunchFrom = new TimePicker();
    private final TimePicker lunchTo = new TimePicker();
    private final Select<SameEvents> sameEvents = new Select<>();
    private final Select<CancelledTitles> cancelledTitles = new Select<>();

    CalendarChoices(Texts texts, Groups groups, Timetables timetables, Centre centre) {
        group.setLabel(texts.get("calendars.group"));
        group.setHelperText(texts.get("calendars.group.help"));
        group.setItems(groups.search(null, 0, PageOf.MAX_SIZE).items());
        group.setItemLabelGenerator(GroupInfo::name);
        group.setRequiredIndicatorVisible(true);
        trainer.setLabel(texts.get("calendars.trainer"));
        trainer.setHelperText(texts.get("calendars.trainer.help"));
        trainer.setItems(timetables.trainers());
        trainer.setItemLabelGenerator(Trainer::name);
        trainer.setClearButtonVisible(true);
        site.setLabel(texts.get("calendars.site"));
        site.setHelperText(texts.get("calendars.site.help"));
        site.setItems(centre.sites());
        site.setItemLabelGenerator(Labelled::label);
        site.setClearButtonVisible(true);
        lunchFrom.setLabel(texts.get("calendars.lunchFrom"));
        lunchFrom.setHelperText(texts.get("calendars.lunch.help"));
        lunchTo.setLabel(texts.get("calendars.lunchTo"));
        for (TimePicker time : new TimePicker[] {lunchFrom, lunchTo}) {
            time.setStep(Duration.ofMinutes(15));
            time.setClearButtonVisible(true);
        }
        sameEvents.setLabel(texts.get("calendars.same"));
        sameEvents.setHelperText(texts.get("calendars.same.help"));
        sameEvents.setItems(SameEvents.values());
        sameEvents.setItemLabelGenerator(choice -> texts.get("calendars.same." + choice));
        sameEvents.setValue(SameEvents.ASK);
        cancelledTitles.setLabel(texts.get("calendars.cancelledTitles"));
        cancelledTitles.setHelperText(texts.get("calendars.cancelledTitles.help"));
        cancelledTitles.setItems(CancelledTitles.values());
        cancelledTitles.setItemLabelGenerator(choice -> texts.get("calendars.cancelledTitles." + choice));
        cancelledTitles.setValue(CancelledTitles.ASK);
        var form = new FormLayout(group, trainer, site, lunchFrom, lunchTo, sameEvents, cancelledTitles);
        form.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1),
                new FormLayout.ResponsiveStep("30rem", 2),
                new FormLayout.ResponsiveStep("55rem", 3));
        addClassName("assidu-card");
        add(new H2(texts.get("calendars.choices")), form);
    }

    /** What is done when a person settled what is doubtful. */
    void whenSettled(Runnable again) {
        sameEvents.addValueChangeListener(change -> again.run());
        cancelledTitles.addValueChangeListener(change -> again.run());
    }

    /** Empty, and said at the field, when no group is chosen. */
    Optional<Choices> read(String needGroup) {
        GroupInfo chosen = group.getValue();
        group.setInvalid(chosen == null);
        group.setErrorMessage(needGroup);
        if (chosen == null) {
            group.focus();
            return Optional.empty();
        }
        return Optional.of(new Choices(
                chosen.id(),
                trainer.getOptionalValue().map(Trainer::id).orElse(null),
                site.getOptionalValue().map(Labelled::id).orElse(null),
                lunchFrom.getValue(),
                lunchTo.getValue(),
                new Doubts(sameEvents.getValue(), cancelledTitles.getValue())));
    }
}
