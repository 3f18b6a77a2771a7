create table delivery (
    id           uuid primary key,
    connector    text        not null,          -- files, xapi, zoom, ...
    received_at  timestamptz not null,
    received_by  text        not null,          -- account or client
    file_name    text,
    media_type   text,
    headers      jsonb,
    session_id   uuid        references training_session,
    bytes        bytea       not null,
    sha256       bytea       not null,
    state        text        not null check (state in ('RECEIVED','PROCESSED','FAILED')),
    attempts     integer     not null default 0,
    problem      text
);
create index delivery_received on delivery (connector, received_at desc);
create index delivery_sha on delivery (connector, sha256);
create index delivery_session on delivery (session_id) where session_id is not null;

-- Immutable. occurred_at is read from the payload, never from arrival.
create table evidence (
    id           uuid        not null,
    occurred_at  timestamptz not null,
    source       text        not null check (source in ('ROLL_CALL','SIGNATURE','ZOOM','TEAMS','BIGBLUEBUTTON','PLATFORM','XAPI','FILE')),
    channel      text        not null check (channel in ('API','WEBHOOK','FILE','SCREEN')),
    kind         text        not null check (kind in ('INTERVAL','SIGNATURE','ACTIVITY','MARK')),
    source_key   text        not null,          -- what makes a repeat the same trace
    session_id   uuid,
    from_at      timestamptz,
    to_at        timestamptz,
    person_key   text        not null,          -- who, in the source's words: identifier, e-mail or folded name
    person_name  text,
    person_email text,
    meeting_key  text,
    activity_key text,
    verb         text,
    payload      jsonb,
    delivery_id  uuid,
    recorded_at  timestamptz not null,
    primary key (id, occurred_at),
    unique (source, source_key, occurred_at)
) partition by range (occurred_at);
create index evidence_session on evidence (session_id, person_key) where session_id is not null;
create index evidence_person on evidence (person_key, occurred_at);
create index evidence_delivery on evidence (delivery_id) where delivery_id is not null;
create index evidence_activity on evidence (activity_key, occurred_at) where activity_key is not null;
create index evidence_statement on evidence (recorded_at, id) where source = 'XAPI';
create table evidence_default partition of evidence default;

-- Whose trace it is. Append-only but for the withdrawal.
create table evidence_match (
    id           uuid primary key,
    evidence_id  uuid        not null,
    occurred_at  timestamptz not null,          -- with evidence_id, the trace's key
    session_id   uuid,
    learner_id   uuid        not null references learner,
    how          text        not null check (how in ('ISSUED_ID','EMAIL','CONFIRMED','ALIAS','ACCOUNT')),
    matched_by   text        not null,
    matched_at   timestamptz not null,
    withdrawn_at timestamptz
);
create unique index evidence_match_current on evidence_match (evidence_id) where withdrawn_at is null;
create index evidence_match_session on evidence_match (session_id, learner_id) where withdrawn_at is null;
create index evidence_match_learner on evidence_match (learner_id, occurred_at) where withdrawn_at is null;

-- Participants of a session who could not be matched: proposals for a person to confirm.
create table evidence_proposal (
    id          uuid primary key,
    session_id  uuid        not null references training_session,
    source      text        not null,
    person_key  text        not null,
    person_name text,
    person_email text,
    candidates  jsonb       not null,           -- [{learnerId, name, score, why}], best first; empty: unmatched
    note        text        not null default '', -- why nobody is matched
    state       text        not null check (state in ('OPEN','CONFIRMED','DISMISSED')),
    learner_id  uuid        references learner,
    created_at  timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    reopened_by text,                           -- who took a match back: never matched by itself again
    unique (session_id, source, person_key)
);
create index evidence_proposal_open on evidence_proposal (session_id) where state = 'OPEN';
create index evidence_proposal_alias on evidence_proposal (person_key, source) where state = 'CONFIRMED';
create index evidence_proposal_learner on evidence_proposal (learner_id) where learner_id is not null;

-- The month's partition of a large table, created unless it is there; rows that waited in the default partition move in.
-- Runs as the owner, so that the application's role needs no right to create. Safe with several nodes.
create function ensure_month_partition(parent text, day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    month date := date_trunc('month', day)::date;
    until date := (date_trunc('month', day) + interval '1 month')::date;
    part  text := parent || '_' || to_char(month, 'YYYY_MM');
    key   text;
begin
    key := case parent when 'evidence' then 'occurred_at' when 'verdict' then 'planned_on' when 'journal_entry' then 'at' end;
    if key is null then
        raise exception 'no monthly partitions for %', parent;
    end if;
    if to_regclass(part) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('ensure_month_partition'));
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like %I including defaults including constraints including storage)', part, parent);
    execute format('lock table %I in access exclusive mode', parent || '_default');
    execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
                   parent || '_default', key, month, key, until, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, month, until);
end $$;
