package fr.educentre.assidu.training.internal;

/** What a trainer has to do with, as sub-queries on the parameter {@code :trainer}. */
final class TrainerScopeSql {

    /** Sessions the trainer was planned for, gave or took part in. */
    static final String SESSIONS = """
            select id from training_session where trainer_id = :trainer
            union select id from training_session where actual_trainer_id = :trainer
            union select session_id from session_co_trainer where trainer_id = :trainer
            """;

    /** Groups with such a session. */
    static final String GROUPS = "select group_id from training_session where id in (" + SESSIONS + ")";

    /** Learners who are or were members of such a group, or were added to such a session. */
    static final String LEARNERS = "select learner_id from group_membership where group_id in (" + GROUPS + ")"
            + " union select learner_id from session_participant where kind = 'ADDED' and session_id in (" + SESSIONS
            + ")";

    private TrainerScopeSql() {}
}
