-- Append-only: a correction adds a version; only superseded_at is ever set, once.
create table verdict (
    id             bigint      generated always as identity,
    planned_on     date        not null,        -- the session's first planned date: partition key
    session_id     uuid        not null,
    learner_id     uuid        not null,
    enrolment_id   uuid,
    version        integer     not null,
    status         text        not null check (status in ('PRESENT','LATE','LEFT_EARLY','PARTIAL','ABSENT','EXEMPT','AWAITING_DATA')),
    taught_minutes   integer   not null,
    observed_minutes integer   not null,
    credited_minutes integer   not null,
    credits          jsonb     not null default '[]',   -- [{fundingId, minutes}]
    late_minutes     integer   not null default 0,
    early_minutes    integer   not null default 0,
    proof_sufficient boolean   not null default false,
    intervals        jsonb     not null default '[]',   -- [{from, to, source}] clipped to the slot
    evidence_ids     uuid[]    not null default '{}',
    rule_id          text,
    rule_version     integer,
    why              text      not null,
    decided_by       text,                      -- the person, when a person decided
    decided_by_role  text,
    person_reason    text,
    document_id      uuid,
    decided_at     timestamptz not null,
    superseded_at  timestamptz,
    primary key (id, planned_on),
    unique (session_id, learner_id, version, planned_on),
    check (observed_minutes between 0 and taught_minutes),
    check (credited_minutes between 0 and taught_minutes)
) partition by range (planned_on);
create unique index verdict_current on verdict (session_id, learner_id, planned_on) where superseded_at is null;
create index verdict_learner on verdict (learner_id, planned_on) where superseded_at is null;
create index verdict_history on verdict (learner_id, decided_at);
create index verdict_enrolment on verdict (enrolment_id) where superseded_at is null;
create table verdict_default partition of verdict default;

-- The second axis of an absence or partial presence; never changes the verdict's status or minutes.
create table absence_case (
    id              uuid primary key,
    session_id      uuid        not null references training_session,
    learner_id      uuid        not null references learner,
    half_day        text        not null,       -- 2026-11-23/AM, the learner's local date
    missing_minutes integer     not null,
    state           text        not null check (state in ('TO_JUSTIFY','UNDER_REVIEW','JUSTIFIED','UNJUSTIFIED','WITHDRAWN')),
    deadline        timestamptz not null,
    reason_code     text,
    effects         jsonb,                      -- {EMPLOYER: JUSTIFIED, FRANCE_TRAVAIL: ..., CPF: ...}
    justification_id uuid,
    known_at        timestamptz not null,
    changed_at      timestamptz not null,
    version         integer     not null default 0
);
create unique index absence_case_current on absence_case (session_id, learner_id) where state <> 'WITHDRAWN';
create index absence_case_learner on absence_case (learner_id, state);
create index absence_case_state on absence_case (state, deadline);
create index absence_case_justification on absence_case (justification_id) where justification_id is not null;

create table absence_case_event (
    id      bigint generated always as identity primary key,
    case_id uuid        not null references absence_case,
    at      timestamptz not null,
    state   text        not null,
    by      text        not null,
    note    text
);
create index absence_case_event_case on absence_case_event (case_id, at);

-- Documents that support a correction by staff.
create table session_document (
    id          uuid primary key,
    session_id  uuid        not null references training_session,
    learner_id  uuid        references learner,
    file_name   text        not null,
    media_type  text        not null,
    bytes       bytea       not null,
    sha256      bytea       not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
create index session_document_session on session_document (session_id);
create index session_document_learner on session_document (learner_id) where learner_id is not null;
