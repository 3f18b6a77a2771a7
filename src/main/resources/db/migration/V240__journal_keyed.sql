-- What an entry's hash is made of: 1 a plain hash without the learner, as earlier versions wrote; 2 keyed, over every column.
alter table journal_entry add column format smallint not null default 1;

-- The head of the chain is moved here alone, as its owner: the application's role reads it and no more.
create function journal_lock_head(out seq bigint, out hash bytea)
    language sql security definer set search_path = public, pg_temp as $$
    select h.seq, h.hash from journal_head h where h.id = 1 for update
$$;

-- From one entry to a later one, over entries that are there and follow each other: never back, never beyond.
create function journal_move_head(from_seq bigint, to_seq bigint) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head journal_head;
    added bigint;
    following bigint;
begin
    select * into head from journal_head where id = 1 for update;
    if head.seq is distinct from from_seq then
        raise exception 'the head of the journal is at entry %, not %', head.seq, from_seq;
    end if;
    select count(*), count(*) filter (where prev_hash = expected) into added, following
      from (select prev_hash, lag(hash, 1, head.hash) over (order by seq) as expected
              from journal_entry where seq > from_seq and seq <= to_seq) entry;
    if to_seq <= from_seq or added <> to_seq - from_seq or following <> added then
        raise exception 'entries % to % of the journal do not follow its head', from_seq + 1, to_seq;
    end if;
    update journal_head set seq = to_seq, hash = (select hash from journal_entry where seq = to_seq) where id = 1;
end $$;

revoke all on function journal_lock_head() from public;
revoke all on function journal_move_head(bigint, bigint) from public;
