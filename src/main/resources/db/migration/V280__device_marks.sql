-- Marks of a roll-call that a device kept while it had no connection: each is taken once, by the key that the device drew for it.
-- Whom it marked and how stands in the trace.
create table device_mark (
    key uuid primary key,
    received_at timestamptz not null
);
