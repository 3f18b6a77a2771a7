-- Someone who was there, of whose stay a source does not tell all.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check
    check (kind in ('INTERVAL','SEEN','SIGNATURE','ACTIVITY','MARK','JOINED','LEFT','ENDED'));

-- What a file told when it was first read, and no longer tells as it is read now (in another zone, by other headings). The
-- trace stays; it counts again if the file is read as before.
create table evidence_set_aside (
    id           uuid primary key,
    evidence_id  uuid        not null,
    occurred_at  timestamptz not null,          -- with evidence_id, the trace's key
    session_id   uuid,
    delivery_id  uuid        not null references delivery,   -- the reading that no longer tells it
    set_aside_at timestamptz not null,
    set_aside_by text        not null,
    restored_at  timestamptz
);
create unique index evidence_set_aside_current on evidence_set_aside (evidence_id) where restored_at is null;

create or replace view evidence_v_trace as
select id, occurred_at, session_id, source, kind, from_at, to_at, meeting_key, activity_key, recorded_at
  from evidence e
 where not exists (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null);

create or replace view attendance_v_trace as
select m.session_id, m.learner_id, e.source, e.kind, coalesce(e.from_at, e.occurred_at) as from_at, e.to_at,
       coalesce(e.payload ->> 'by', e.payload ->> 'person') as by
  from evidence_match m join evidence e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
 where m.withdrawn_at is null
   and not exists (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null);

create or replace view attendance_v_signature as
select e.session_id, m.learner_id, e.payload ->> 'role' as role, e.person_key, e.person_email,
       coalesce(e.from_at, e.occurred_at) as signed_at, e.recorded_at
  from evidence e
  left join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null
 where e.kind = 'SIGNATURE'
   and not exists (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null);
