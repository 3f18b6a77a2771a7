package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.LearnerInfo;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Learners and contacts as read. */
final class LearnerRowMapper {

    static final String BY_NAME = " order by l.last_name collate french, l.first_name collate french, l.id ";

    private LearnerRowMapper() {}

    /** From the columns of {@code learner}. */
    static LearnerInfo learner(ResultSet row) throws SQLException {
        return new LearnerInfo(
                Columns.uuid(row, "id"),
                row.getString("external_id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                Columns.maybeDay(row, "birth_date"));
    }

    static LearnerInfo listed(ResultSet row, int number) throws SQLException {
        return learner(row);
    }

    /** From columns id, name, email, phone. */
    static ContactInfo contact(ResultSet row, int number) throws SQLException {
        return new ContactInfo(
                Columns.uuid(row, "id"), row.getString("name"), row.getString("email"), row.getString("phone"));
    }
}
