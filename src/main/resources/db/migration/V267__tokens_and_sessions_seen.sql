-- What a token may do, and when it was last used; to the minute, so that reading writes little.
alter table api_token
    add column scope        text not null default 'WRITE' check (scope in ('READ','WRITE')),
    add column last_used_at timestamptz;

-- Who is signed in from where: a line a session of a browser, by a key that opens nothing.
create table account_session (
    id           uuid        primary key,
    account_id   uuid        not null references account on delete cascade,
    address      text        not null,
    browser      text        not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz
);
create index account_session_account on account_session (account_id, started_at desc);
create index account_session_started on account_session (started_at);
