-- When the clock alone may next change what the rules say of a learner: the nightly pass looks at nobody else.
create table alert_due (
    learner_id   uuid        primary key references learner on delete cascade,
    due_on       date,                          -- null when it never will
    rules        text        not null,          -- the stamp of the rules that were asked
    evaluated_at timestamptz not null
);
create index alert_due_on on alert_due (due_on, learner_id);
