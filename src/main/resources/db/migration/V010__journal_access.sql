-- journal: hash-chained audit trail. The application's role may only select and insert.
create table journal_entry (
    seq          bigint      not null,
    at           timestamptz not null,
    actor        text        not null,
    actor_role   text,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    learner_id   uuid,
    before       jsonb,
    after        jsonb,
    prev_hash    bytea       not null,
    hash         bytea       not null,
    primary key (seq, at)
) partition by range (at);
create index journal_entry_subject on journal_entry (subject_kind, subject_id, seq);
create index journal_entry_learner on journal_entry (learner_id, at) where learner_id is not null;
create table journal_entry_default partition of journal_entry default;

-- One row: the head of the chain, locked while an entry is added.
create table journal_head (
    id   smallint primary key check (id = 1),
    seq  bigint not null,
    hash bytea  not null
);
insert into journal_head values (1, 0, decode(repeat('00', 32), 'hex'));

-- access
create table account (
    id                   uuid primary key,
    username             text        not null,
    password_hash        text        not null,
    display_name         text        not null,
    email                text,
    role                 text        not null check (role in ('ADMIN','QUALITY_MANAGER','TRAINER','REFERENT','AUDITOR','LEARNER')),
    person_id            uuid,          -- the trainer, learner or referent this account belongs to
    locale               text        not null default 'fr',
    enabled              boolean     not null default true,
    must_change_password boolean     not null default false,
    valid_from           timestamptz,
    valid_until          timestamptz,
    created_at           timestamptz not null,
    version              integer     not null default 0
);
create unique index account_username on account (lower(username));
create index account_person on account (person_id) where person_id is not null;

create table api_token (
    id         uuid primary key,
    account_id uuid        not null references account,
    label      text        not null,
    token_hash bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index api_token_account on api_token (account_id);

create table signed_link (
    id         uuid primary key,
    token_hash bytea       not null unique,
    purpose    text        not null,   -- JUSTIFY, SIGN
    subject_id uuid        not null,   -- what it opens: a learner for JUSTIFY
    payload    jsonb       not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index signed_link_subject on signed_link (purpose, subject_id);

-- Spring Modulith's publication registry
create table event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash on event_publication using hash (serialized_event);
create index event_publication_by_completion_date on event_publication (completion_date);
