create table rule (
    id         uuid primary key,
    code       text        not null unique,     -- name of the shipped file, or made from the name
    rule_set   text        not null check (rule_set in ('presence','assiduity','justification','completion')),
    name       text        not null,
    purpose    text,
    tags       text[]      not null default '{}',
    created_at timestamptz not null,
    version    integer     not null default 0
);
create table rule_version (
    id           uuid primary key,
    rule_id      uuid        not null references rule,
    number       integer     not null,
    state        text        not null check (state in ('DRAFT','PUBLISHED','RETIRED')),
    text         text        not null,
    author       text        not null,
    created_at   timestamptz not null,
    note         text,
    published_by text,
    published_at timestamptz,
    retired_at   timestamptz,
    unique (rule_id, number)
);
create unique index rule_version_published on rule_version (rule_id) where state = 'PUBLISHED';

create table alert (
    id           uuid primary key,
    learner_id   uuid        not null references learner,
    group_id     uuid        references learner_group,
    rule_id      uuid        not null references rule,
    rule_version integer     not null,
    rule_name    text        not null,
    episode      text        not null,
    state        text        not null check (state in ('OPEN','ACKNOWLEDGED','RESOLVED')),
    explanation  text        not null,
    facts        jsonb       not null,
    actions      jsonb       not null,
    at_risk      boolean     not null default false,
    raised_at    timestamptz not null,
    changed_at   timestamptz not null,
    changed_by   text,
    end_reason   text        check (end_reason in ('NO_LONGER_FIRES','TREATED')),
    note         text,
    version      integer     not null default 0
);
create unique index alert_open on alert (learner_id, rule_id, episode) where state <> 'RESOLVED';
create index alert_learner on alert (learner_id, raised_at desc);
create index alert_group on alert (group_id, state, raised_at desc);
create index alert_rule on alert (rule_id, raised_at desc);
create index alert_raised on alert (raised_at desc, id);
