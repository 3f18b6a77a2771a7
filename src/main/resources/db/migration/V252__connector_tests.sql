-- What the last test of a connection found; null while it was not tested with the settings that it has.
alter table connector_state add column tested_at timestamptz;
alter table connector_state add column test_outcome text check (test_outcome in ('OK','MISSING','FAILED'));
