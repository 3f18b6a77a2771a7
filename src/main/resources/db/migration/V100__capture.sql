-- Arrivals and departures told one by one, read back as stays.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check
    check (kind in ('INTERVAL','SIGNATURE','ACTIVITY','MARK','JOINED','LEFT','ENDED'));
create index evidence_meeting on evidence (meeting_key, occurred_at) where meeting_key is not null;

-- What waits to be understood, and what could not be.
alter table delivery add column processed_at timestamptz;
alter table delivery add column outcome text;               -- in French, what came of it
drop index delivery_sha;                                    -- asked of files dropped on a session alone
create index delivery_same on delivery (connector, sha256) where session_id is not null;
create index delivery_waiting on delivery (connector, received_at, id) where state = 'RECEIVED';
create index delivery_failed on delivery (connector, received_at desc, id) where state = 'FAILED';

-- What a person set for a source; secrets are encrypted and never shown again. Wins over the properties.
create table connector_setting (
    connector  text        not null,
    name       text        not null,
    value      text,                                        -- null where it is a secret
    cipher     bytea,
    nonce      bytea,
    set_by     text        not null,
    set_at     timestamptz not null,
    primary key (connector, name),
    check ((value is null) <> (cipher is null))
);

-- What each source last did: shown on the connectors screen.
create table connector_state (
    connector       text primary key,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_problem    text,
    cursor          jsonb                                   -- where a poll goes on
);
