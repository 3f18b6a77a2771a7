-- Instances of BigBlueButton meetings as they were heard of: what a delivery alone does not tell.
create table bbb_occurrence (
    internal_meeting_id        text primary key,
    meeting_id                 text        not null,
    parent_internal_meeting_id text,                        -- of a breakout room
    heard_at                   timestamptz not null,        -- last told of, for clearing old ones
    hooked_at                  timestamptz,                 -- a web hook told of it: no need to poll
    polled_at                  timestamptz,
    polled_since               timestamptz,                 -- polled without a gap since then
    created_at                 timestamptz,                 -- by the server's clock, as a poll read it
    analytics_at               timestamptz,                 -- the first analytics body came
    analytics_delivery_id      uuid                         -- the one that counts: once per instance
);
create index bbb_occurrence_meeting on bbb_occurrence (meeting_id, heard_at);

-- People of an instance: the name behind an identifier that BigBlueButton made up, and who the last poll saw.
create table bbb_person (
    internal_meeting_id text        not null references bbb_occurrence on delete cascade,
    connection          text        not null,
    user_id             text        not null,
    name                text,
    moderator           boolean     not null,
    present             boolean     not null,
    seen_at             timestamptz not null,
    primary key (internal_meeting_id, connection)
);
