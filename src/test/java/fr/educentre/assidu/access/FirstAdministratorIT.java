package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.testing.AssiduIT;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whoever starts Assidu for the first time gets in, once, by what the start printed. */
@AssiduIT
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorIT {

    private static final Pattern LINK = Pattern.compile("https://assidu\\.centre\\.example/c/(\\S+)");

    @Autowired
    AccountRepository accounts;

    @Autowired
    AccountLinks links;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private FirstAdministrator first;

    @BeforeEach
    void nobody_administers() {
        sql.sql("update account set role = 'AUDITOR' where role = 'ADMIN'").update();
        sql.sql("update account set username = 'admin-of-others' where username = 'admin'")
                .update();
        first = new FirstAdministrator(accounts, links, sql, clock, "https://assidu.centre.example/");
    }

    @Test
    void each_start_prints_another_link_until_one_was_used_and_none_afterwards(CapturedOutput output) {
        start();
        start();
        List<String> printed = printed(output);
        assertThat(printed).hasSize(2).doesNotHaveDuplicates();
        assertThat(links.login(printed.getFirst(), "192.0.2.1"))
                .as("the one before")
                .isEmpty();
        assertThat(links.login(printed.getLast(), "192.0.2.1")).contains("admin");

        links.choose(printed.getLast(), "un long secret à soi");
        start();
        assertThat(printed(output)).as("used").hasSize(2);
        assertThat(links.login(printed.getLast(), "192.0.2.1")).as("once").isEmpty();
    }

    @Test
    void nothing_is_printed_where_somebody_administers_already(CapturedOutput output) {
        Account other = Account.entered(clock.instant());
        other.identify(TimeOrderedId.next());
        other.put(new AccountContent("someone", "Ada", "", List.of(Role.ADMIN), null, null));
        accounts.saveAndFlush(other);
        start();
        assertThat(printed(output)).isEmpty();
    }

    private void start() {
        first.run(new DefaultApplicationArguments());
    }

    private static List<String> printed(CapturedOutput output) {
        return LINK.matcher(output.getOut())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
