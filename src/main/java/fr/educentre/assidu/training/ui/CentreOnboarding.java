package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.RecordsInBrief;
import fr.educentre.assidu.training.management.CentreInventory;
import fr.educentre.assidu.training.management.EnrolmentRecords;
import fr.educentre.assidu.training.management.OrganisationRecord;
import fr.educentre.assidu.training.management.Sites;
import fr.educentre.assidu.training.management.Trainers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** What a centre is made of, entered in the order in which one thing needs another. */
@org.springframework.stereotype.Component
@Order(10)
class CentreOnboarding implements OnboardingPart.Contributor {

    private static final Set<String> ADMIN = Set.of("ADMIN");
    private static final Set<String> QUALITY = Set.of("QUALITY_MANAGER");

    private final CentreInventory inventory;
    private final OrganisationRecord organisation;
    private final Sites sites;
    private final Trainers trainers;
    private final Taught taught;
    private final Texts texts;
    private final JsonMapper json;

    CentreOnboarding(
            CentreInventory inventory,
            OrganisationRecord organisation,
            Sites sites,
            Trainers trainers,
            Taught taught,
            Texts texts,
            JsonMapper json) {
        this.inventory = inventory;
        this.organisation = organisation;
        this.sites = sites;
        this.trainers = trainers;
        this.taught = taught;
        this.texts = texts;
        this.json = json;
    }

    /** What groups and enrolments are made of. */
    @org.springframework.stereotype.Component
    record Taught(EnrolmentRecords enrolments, EnrolmentChoices ofEnrolment, GroupRecordChoices ofGroup) {}

    @Override
    public List<OnboardingPart> onboarding() {
        CentreInventory.Inventory now = inventory.now();
        return List.of(
                new OnboardingPart(
                        OnboardingStep.ORGANISATION,
                        "organisation",
                        Standing.required(
                                now.identified(),
                                Wording.of(
                                        now.identified()
                                                ? "onboarding.found.organisation"
                                                : "onboarding.found.noOrganisation")),
                        ADMIN,
                        saved -> new OrganisationPanel(organisation, texts, json, saved)),
                new OnboardingPart(
                        OnboardingStep.SITES,
                        "sites",
                        required("sites", now.sites()),
                        ADMIN,
                        brief(sites, "centre/sites", () -> SitesView.records(texts))),
                new OnboardingPart(
                        OnboardingStep.PEOPLE,
                        "trainers",
                        required("trainers", now.staff().trainers()),
                        QUALITY,
                        brief(trainers, "centre/formateurs", () -> TrainersView.records(texts))),
                new OnboardingPart(
                        OnboardingStep.PEOPLE,
                        "referents",
                        optional("referents", now.staff().referents()),
                        QUALITY,
                        brief(
                                taught.ofGroup().referentRecords(),
                                "centre/referents",
                                () -> ReferentsView.records(texts))),
                new OnboardingPart(
                        OnboardingStep.PROGRAMMES,
                        "programmes",
                        required("programmes", now.programmes()),
                        QUALITY,
                        brief(
                                taught.ofGroup().programmeRecords(),
                                "centre/parcours",
                                () -> ProgrammesView.records(texts))),
                new OnboardingPart(
                        OnboardingStep.GROUPS,
                        "groups",
                        required("groups", now.taught().groups()),
                        QUALITY,
                        brief(
                                taught.ofEnrolment().groupRecords(),
                                "centre/groupes",
                                () -> GroupRecordsView.records(texts, taught.ofGroup()))),
                new OnboardingPart(
                        OnboardingStep.GROUPS,
                        "learners",
                        required("learners", now.taught().learners()),
                        QUALITY,
                        brief(taught.ofEnrolment().learnerRecords(), "centre/apprenants", LearnerRecordsView::records)),
                new OnboardingPart(
                        OnboardingStep.GROUPS,
                        "enrolments",
                        required("enrolments", now.taught().enrolments()),
                        QUALITY,
                        brief(
                                taught.enrolments(),
                                "centre/inscriptions",
                                () -> EnrolmentRecordsView.records(texts, taught.ofEnrolment()))));
    }

    private <C> Function<Runnable, Component> brief(
            Managed<C> managed, String screen, java.util.function.Supplier<RecordList<C>> list) {
        return changed -> new RecordsInBrief<>(managed, list.get(), texts, json, screen, changed);
    }

    private static Standing required(String key, long count) {
        return Standing.required(count > 0, found(key, count));
    }

    private static Standing optional(String key, long count) {
        return Standing.optional(count > 0, found(key, count));
    }

    private static Wording found(String key, long count) {
        return Wording.of("onboarding.found." + key, count);
    }
}
