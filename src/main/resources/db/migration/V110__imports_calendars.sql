-- Every import of a list or a calendar: who, when, what it changed, and how to take it back.
create table list_import (
    id             uuid primary key,
    source         text        not null check (source in ('ROSTER','CALENDAR_FILE','CALENDAR_FEED')),
    kind           text,                                -- learners, groups, sessions; null until the file is read
    file_name      text        not null,
    sha256         bytea       not null,
    content        bytea,                               -- only while it waits to be applied
    mapping        jsonb       not null default '{}',   -- title in the file -> column
    feed_id        uuid,                                -- the calendar it came from
    language       text        not null,
    state          text        not null check (state in ('WAITING','APPLIED','REJECTED','FAILED','UNDONE')),
    requested_by   text        not null,
    requested_role text,
    requested_at   timestamptz not null,
    finished_at    timestamptz,
    done_lines     integer     not null default 0,
    total_lines    integer     not null default 0,
    created        integer     not null default 0,
    updated        integer     not null default 0,
    unchanged      integer     not null default 0,
    rejected       jsonb       not null default '[]',   -- [{line, column, problem}]
    problem        text,
    undone_at      timestamptz,
    undone_by      text
);
create index list_import_feed on list_import (feed_id, requested_at desc) where feed_id is not null;

-- How the columns of files with that line of titles were understood, chosen by a person.
create table list_mapping (
    titles_sha256 bytea       primary key,
    mapping       jsonb       not null,
    chosen_by     text        not null,
    chosen_at     timestamptz not null
);

-- What an import changed, row by row, as it was before and as it left it.
create table list_import_change (
    import_id  uuid   not null references list_import,
    seq        bigint generated always as identity,
    table_name text   not null,
    row_key    text   not null,
    row_before jsonb,                                   -- null: the row was added
    row_after  jsonb,                                   -- null: the row was removed
    primary key (import_id, seq)
);
create index list_import_change_row on list_import_change (import_id, table_name, row_key);

-- Where a session comes from when a calendar announced it.
create table session_source (
    session_id  uuid    primary key references training_session,
    feed_id     uuid,                                   -- null: a file
    uid         text    not null,
    sequence    integer not null,
    told        bytea   not null,                       -- hash of what it said last: only what is new there is applied here
    cancelled   boolean not null                        -- by the calendar, which may also take it back
);
create index session_source_feed on session_source (feed_id) where feed_id is not null;

-- Sessions to come that are no longer in the calendar they came from: a person decides, nothing is deleted.
create table session_removal (
    id          uuid primary key,
    session_id  uuid        not null references training_session,
    feed_id     uuid        not null,
    state       text        not null check (state in ('OPEN','CANCELLED','KEPT','REAPPEARED')),
    noticed_at  timestamptz not null,
    decided_by  text,
    decided_at  timestamptz
);
create unique index session_removal_open on session_removal (session_id) where state = 'OPEN';
create index session_removal_session on session_removal (session_id);

-- Calendars that are read again every night.
create table calendar_feed (
    id             uuid primary key,
    name           text        not null,
    url            text        not null,                -- often a secret in itself: shown by its host alone
    group_id       uuid        not null references learner_group,
    trainer_id     uuid        references trainer,
    site_id        uuid        references site,
    lunch_from     time,
    lunch_to       time,
    etag           text,
    last_modified  text,
    created_by     text        not null,
    created_at     timestamptz not null,
    last_read_at   timestamptz,
    last_good_at   timestamptz,
    problem        text,
    stopped_at     timestamptz,
    check ((lunch_from is null) = (lunch_to is null) and lunch_to > lunch_from)
);
create index calendar_feed_group on calendar_feed (group_id);
create unique index calendar_feed_running on calendar_feed (url, group_id) where stopped_at is null;

-- While an import writes, it names itself in assidu.import for the length of its transaction: the database keeps what
-- each row was before, so that no way of writing can be forgotten. Other writers pay one comparison.
create function keep_import_change() returns trigger
    language plpgsql
    set timezone = 'UTC'
as $$
declare
    before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    after_row  jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    one        jsonb := coalesce(after_row, before_row);
begin
    insert into list_import_change (import_id, table_name, row_key, row_before, row_after)
    values (current_setting('assidu.import')::uuid, tg_table_name,
            case when tg_nargs = 2 then (one ->> tg_argv[0]) || '/' || (one ->> tg_argv[1]) else one ->> tg_argv[0] end,
            before_row, after_row);
    return null;
end $$;

create trigger keep_import_change after insert or update or delete on learner
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on guardian
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on employer
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on learner_group
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on group_membership
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on enrolment
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on funding
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on training_session
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on session_break
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('session_id', 'position');
create trigger keep_import_change after insert or update or delete on session_source
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('session_id');
create trigger keep_import_change after insert or update or delete on session_removal
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
