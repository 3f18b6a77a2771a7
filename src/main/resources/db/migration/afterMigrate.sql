-- The application's role reads and writes; of the journal and of signatures it may only select and insert, of the journal's head only
-- select.
-- Nodes that start together do this one after the other: two that change the same rights at once disturb each other.
do $$
declare
    app text := '${appRole}';
    part regclass;
begin
    if app = current_user or not exists (select from pg_roles where rolname = app) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('ensure_month_partition'));
    execute format('grant usage on schema public to %I', app);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
    execute format('grant usage, select, update on all sequences in schema public to %I', app);
    execute format('grant execute on all functions in schema public to %I', app);
    execute format('revoke update, delete, truncate on journal_entry from %I', app);
    execute format('revoke insert, update, delete, truncate on journal_head from %I', app);
    -- Not there yet while a database is brought to an earlier version.
    if to_regclass('signature') is not null then
        execute format('revoke update, delete, truncate on signature from %I', app);
    end if;
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'journal_entry'::regclass loop
        execute format('revoke update, delete, truncate on %s from %I', part, app);
    end loop;
end $$;
