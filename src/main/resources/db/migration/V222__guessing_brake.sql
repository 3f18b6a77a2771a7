-- Failed tries at passwords, tokens and codes: by account, by address, and by both.
create table guessing_brake (
    key      text        primary key,           -- account:<name>, address:<address>, pair:<name>|<address>, known:<name>|<address>
    failures integer     not null,
    last_at  timestamptz not null
);
create index guessing_brake_last on guessing_brake (last_at);
