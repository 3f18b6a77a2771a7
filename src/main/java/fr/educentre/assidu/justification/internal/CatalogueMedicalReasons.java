package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.rules.MedicalReasons;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** As the catalogue of reasons marks them. */
@Component
class CatalogueMedicalReasons implements MedicalReasons {

    private final JdbcClient sql;

    CatalogueMedicalReasons(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean anyOf(Collection<String> codes) {
        return !codes.isEmpty()
                && sql.sql("select exists (select from absence_reason where medical and code = any(:codes))")
                        .param("codes", codes.toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }
}
