-- Subscriptions to the call events of coming meetings; at most one that lives for each meeting.
create table teams_subscription (
    id          text        primary key,           -- Graph's
    meeting_key text        not null,              -- meeting id of the sessions
    join_url    text        not null,
    expires_at  timestamptz not null,
    needed_until timestamptz not null,
    created_at  timestamptz not null,
    removed_at  timestamptz
);
create unique index teams_subscription_live on teams_subscription (meeting_key) where removed_at is null;

-- Reports already taken, so that a poll which finds nothing new keeps nothing new.
create table teams_report (
    meeting_key text        not null,
    report_id   text        not null,
    sha256      bytea       not null,
    delivery_id uuid        not null,
    received_at timestamptz not null,
    primary key (meeting_key, report_id)
);

-- Polls already planned: of a session, for its end or for the end of a call.
create table teams_poll (
    session_id uuid        not null references training_session,
    base_at    timestamptz not null,
    planned_at timestamptz not null,
    primary key (session_id, base_at)
);

create index training_session_meeting_url on training_session using hash (lower(meeting_url)) where meeting_url is not null;
