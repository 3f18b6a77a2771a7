package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.ChoiceSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the centre has to name in a rule. */
@Configuration(proxyBeanMethods = false)
class CentreChoiceSource {

    @Bean
    ChoiceSource groupChoices(JdbcClient sql) {
        return of(
                sql, "groupes", "select code from training_v_group where ends_on >= current_date - 400 order by code");
    }

    @Bean
    ChoiceSource moduleChoices(JdbcClient sql) {
        return of(sql, "modules", "select distinct code from training_v_module order by code");
    }

    @Bean
    ChoiceSource siteChoices(JdbcClient sql) {
        return of(sql, "sites", "select code from training_v_site order by code");
    }

    @Bean
    ChoiceSource programmeChoices(JdbcClient sql) {
        return of(sql, "actions", "select code from training_v_programme order by code");
    }

    private static ChoiceSource of(JdbcClient sql, String list, String query) {
        return new ChoiceSource() {
            @Override
            public String list() {
                return list;
            }

            @Override
            public List<String> choices() {
                return sql.sql(query).query((row, n) -> Columns.text(row, 1)).list();
            }
        };
    }
}
