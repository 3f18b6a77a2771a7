-- The application's role reads and writes; of the journal it may only select and insert.
do $$
declare
    app text := '${appRole}';
    part regclass;
begin
    if app = current_user or not exists (select from pg_roles where rolname = app) then
        return;
    end if;
    execute format('grant usage on schema public to %I', app);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
    execute format('grant usage, select, update on all sequences in schema public to %I', app);
    execute format('grant execute on all functions in schema public to %I', app);
    execute format('revoke update, delete, truncate on journal_entry from %I', app);
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'journal_entry'::regclass loop
        execute format('revoke update, delete, truncate on %s from %I', part, app);
    end loop;
end $$;
