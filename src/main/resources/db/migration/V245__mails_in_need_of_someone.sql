-- A mail that failed, or of which nobody knows whether it left, is somebody's until it is sent again, stopped or dealt with.
alter table message add column settled_at timestamptz;
alter table message add column settled_by text;
alter table message add column settled_note text;
create index message_unsettled on message (created_at, id) where state = 'FAILED' and settled_at is null;
create index message_sent on message (sent_at) where sent_at is not null;
