package fr.educentre.assidu.access.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.AccountContent;
import fr.educentre.assidu.access.AccountPeople;
import fr.educentre.assidu.access.AccountRecords;
import fr.educentre.assidu.access.AccountSessions;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.shell.ui.FormField.Line;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.shell.ui.FormField.Purpose;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordAction;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Who may sign in: entered, invited, disabled. */
@Route(value = "centre/comptes", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class AccountsView extends ManagedView<AccountContent> {

    private static final long serialVersionUID = 1L;

    AccountsView(
            AccountRecords kept,
            AccountSessions sessions,
            AccountPeople people,
            Texts texts,
            SettingsTabs tabs,
            JsonMapper json) {
        super(
                kept,
                records(kept, people, texts)
                        .offering(RecordAction.opening(
                                "manage.account.sessions",
                                account -> new AccountSessionsDialog(sessions, texts, account).open())),
                texts,
                json);
        addComponentAsFirst(tabs);
    }

    static RecordList<AccountContent> records(AccountRecords kept, AccountPeople people, Texts texts) {
        return new RecordList<>(spec(texts, people), AccountContent::name, columns(texts), actions(kept));
    }

    private static FormSpec<AccountContent> spec(Texts texts, AccountPeople people) {
        return new FormSpec<>(
                "manage.account",
                AccountContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("login"),
                        new Line("email", false, Purpose.EMAIL),
                        new FormField.Choices("roles", true, FormField.options(Role.class, role -> label(texts, role))),
                        new FormField.Lookup("person", false, new PeopleFinder(people)),
                        new FormField.Day("validFrom", false),
                        new FormField.Day("validUntil", false)),
                Map.of());
    }

    private static Map<String, Function<AccountContent, String>> columns(Texts texts) {
        Map<String, Function<AccountContent, String>> columns = new LinkedHashMap<>();
        columns.put("login", AccountContent::login);
        columns.put(
                "roles",
                account ->
                        account.roles().stream().map(role -> label(texts, role)).collect(Collectors.joining(", ")));
        columns.put("email", AccountContent::email);
        return columns;
    }

    private static List<RecordAction> actions(AccountRecords accounts) {
        return List.of(
                new RecordAction(
                        "manage.account.invite", "manage.account.invited", accounts::invite, accounts::isEnabled),
                new RecordAction(
                        "manage.account.disable", "manage.account.disabled", accounts::disable, accounts::isEnabled),
                new RecordAction(
                        "manage.account.enable",
                        "manage.account.enabled",
                        accounts::enable,
                        id -> !accounts.isEnabled(id)),
                new RecordAction("manage.account.endSessions", "manage.account.sessionsEnded", accounts::endSessions));
    }

    private static String label(Texts texts, Role role) {
        return texts.get("manage.role." + role.name());
    }

    private record PeopleFinder(AccountPeople people) implements Finder {

        @Override
        public List<Option> find(String text, int skipped, int most) {
            return people.find(text, skipped, most).stream()
                    .map(person -> new Option(person.id().toString(), person.name()))
                    .toList();
        }

        @Override
        public String label(String value) {
            return people.name(UUID.fromString(value));
        }
    }
}
