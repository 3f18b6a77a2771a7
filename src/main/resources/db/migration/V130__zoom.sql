-- A learner's registration to a Zoom meeting: the identifier Zoom knows them by, and the join link of their own.
create table zoom_registrant (
    meeting_number text        not null,        -- without spaces
    learner_id     uuid        not null references learner,
    registrant_id  text        not null,
    join_url       text        not null,
    registered_at  timestamptz not null,
    primary key (meeting_number, learner_id)
);
create unique index zoom_registrant_id on zoom_registrant (registrant_id, meeting_number);
create index zoom_registrant_learner on zoom_registrant (learner_id);

-- Instances of meetings that ended: their reports are asked for by these identifiers.
create table zoom_instance (
    uuid           text primary key,
    meeting_number text        not null,
    started_at     timestamptz,
    ended_at       timestamptz not null,
    reported_at    timestamptz,                 -- when a whole report was last read
    reported_rows  integer
);
create index zoom_instance_meeting on zoom_instance (meeting_number, ended_at);
