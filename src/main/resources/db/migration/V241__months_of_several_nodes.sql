-- Nodes that start together make the same months. The one that waited looks again in the catalogue itself: to_regclass may
-- answer what it knew before it waited.
create or replace function ensure_month_partition(parent text, day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    month date := date_trunc('month', day)::date;
    until date := (date_trunc('month', day) + interval '1 month')::date;
    part  text := parent || '_' || to_char(month, 'YYYY_MM');
    key   text;
begin
    key := case parent when 'evidence' then 'occurred_at' when 'verdict' then 'planned_on' when 'journal_entry' then 'at' end;
    if key is null then
        raise exception 'no monthly partitions for %', parent;
    end if;
    if to_regclass(part) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('ensure_month_partition'));
    perform from pg_class c where c.relname = part and c.relnamespace = 'public'::regnamespace;
    if found then
        return;
    end if;
    execute format('create table %I (like %I including defaults including constraints including storage)', part, parent);
    execute format('lock table %I in access exclusive mode', parent || '_default');
    execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
                   parent || '_default', key, month, key, until, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, month, until);
end $$;
