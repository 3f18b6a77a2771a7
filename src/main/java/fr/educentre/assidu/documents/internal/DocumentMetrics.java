package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.TableGauges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents issued since the beginning, by the letters of their number: those that replaced another count as well. */
@Component
class DocumentMetrics {

    DocumentMetrics(JdbcClient sql, TableGauges gauges) {
        gauges.register(
                new TableGauges.Named("assidu.documents", "Documents issued since the beginning", "series"),
                List.of("CR", "FE"),
                () -> issued(sql));
    }

    private static Map<String, Long> issued(JdbcClient sql) {
        Map<String, Long> figures = new HashMap<>();
        sql.sql("select series, sum(last) as figure from issued_document_counter group by series")
                .query(row -> {
                    figures.put(row.getString("series"), row.getLong("figure"));
                });
        return figures;
    }
}
