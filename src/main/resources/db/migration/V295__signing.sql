-- When a session's sheet was open to signatures. What was signed without a connection is judged by the moment it was signed.
create table signing_period (
    id uuid primary key,
    session_id uuid not null references training_session,
    opened_at timestamptz not null,
    opened_by text not null,
    closed_at timestamptz,
    closed_by text,
    check (closed_at is null or closed_at >= opened_at)
);
create unique index signing_period_open on signing_period (session_id) where closed_at is null;
create index signing_period_session on signing_period (session_id, opened_at);

-- One signature. The statement is what was signed, word for word; its hash and that of the signature before make its own, so that
-- nothing changes in a session's chain unseen. The application's role adds and reads, and no more (afterMigrate).
create table signature (
    id uuid primary key,
    session_id uuid not null references training_session,
    number integer not null check (number > 0),
    learner_id uuid references learner,
    trainer_id uuid references trainer,
    means text not null,
    signed_at timestamptz not null,
    statement text not null,
    statement_hash text not null,
    previous_hash text not null,
    hash text not null,
    unique (session_id, number),
    unique (session_id, learner_id),
    check ((learner_id is null) <> (trainer_id is null))
);
create index signature_learner on signature (learner_id);

-- What was drawn, as lines without their speed, encrypted: its hash stands in the statement.
create table signature_strokes (
    signature_id uuid primary key references signature,
    bytes bytea not null,
    nonce bytea not null
);
