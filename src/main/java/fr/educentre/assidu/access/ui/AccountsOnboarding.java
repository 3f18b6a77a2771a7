package fr.educentre.assidu.access.ui;

import fr.educentre.assidu.access.AccountInventory;
import fr.educentre.assidu.access.AccountPeople;
import fr.educentre.assidu.access.AccountRecords;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import fr.educentre.assidu.shell.ui.RecordsInBrief;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who signs in: one who begins a centre alone may stay alone. */
@Component
@Order(20)
class AccountsOnboarding implements OnboardingPart.Contributor {

    private final AccountInventory inventory;
    private final AccountRecords accounts;
    private final AccountPeople people;
    private final Texts texts;
    private final JsonMapper json;

    AccountsOnboarding(
            AccountInventory inventory, AccountRecords accounts, AccountPeople people, Texts texts, JsonMapper json) {
        this.inventory = inventory;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public List<OnboardingPart> onboarding() {
        long enabled = inventory.enabled();
        return List.of(new OnboardingPart(
                OnboardingStep.PEOPLE,
                "accounts",
                Standing.optional(enabled > 1, Wording.of("onboarding.found.accounts", enabled)),
                Set.of("ADMIN"),
                changed -> new RecordsInBrief<>(
                        accounts,
                        AccountsView.records(accounts, people, texts),
                        texts,
                        json,
                        "centre/comptes",
                        changed)));
    }
}
