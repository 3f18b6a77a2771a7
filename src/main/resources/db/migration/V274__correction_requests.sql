-- What learners say of how they were marked at a session. It corrects nothing: a person looks at it, and answers.
create table correction_request (
    id          uuid primary key,
    session_id  uuid        not null references training_session,
    learner_id  uuid        not null references learner,
    wish        text        not null,
    asked_at    timestamptz not null,
    asked_by    text        not null,
    state       text        not null check (state in ('ASKED','CORRECTED','DECLINED')),
    answer      text        not null default '',
    answered_at timestamptz,
    answered_by text,
    check ((state = 'ASKED') = (answered_at is null))
);
-- Asked again while it waits, it is the same request.
create unique index correction_request_waiting on correction_request (session_id, learner_id) where state = 'ASKED';
create index correction_request_learner on correction_request (learner_id, asked_at);
