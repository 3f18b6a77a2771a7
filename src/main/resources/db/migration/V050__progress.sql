-- Distance work without a live session, and evaluations, for a group.
create table activity_requirement (
    id                uuid primary key,
    group_id          uuid    not null references learner_group,
    module_id         uuid    not null references programme_module,
    activity_id       text    not null,         -- xAPI object id
    title             text    not null,
    kind              text    not null check (kind in ('ACTIVITY','EVALUATION')),
    estimated_minutes integer not null,
    due_on            date,
    pass_score        numeric(5,4),
    unique (group_id, activity_id)
);
create index activity_requirement_module on activity_requirement (module_id);
create index activity_requirement_activity on activity_requirement (activity_id);

create table activity_result (
    learner_id   uuid        not null references learner,
    activity_id  text        not null,
    state        text        not null check (state in ('STARTED','DONE','PASSED','FAILED')),
    score        numeric(5,4),
    first_at     timestamptz not null,
    done_at      timestamptz,
    last_at      timestamptz not null,
    evidence_id  uuid        not null,
    primary key (learner_id, activity_id)
);
create index activity_result_activity on activity_result (activity_id);

-- Connection time a local day; idle gaps capped.
create table connection_day (
    learner_id uuid        not null references learner,
    day        date        not null,
    minutes    integer     not null,
    last_at    timestamptz not null,
    primary key (learner_id, day)
);
