-- A catch-up is a session in place of a missed one: planned for its learner alone, or one of others that the learner joins.

-- Joined: the missed session that somebody added makes up for. It counts its hours and adds nothing to a denominator.
alter table session_participant add column makes_up_for_id uuid references training_session;
create index session_participant_makes_up_for on session_participant (makes_up_for_id) where makes_up_for_id is not null;

-- Planned for itself: no member of the group is expected, only who is added.
create or replace view session_expected as
with candidate as (
    select s.id as session_id, m.learner_id, s.group_id, s.starts_at, s.site_id
      from training_session s
      join site z on z.id = s.site_id
      join group_membership m on m.group_id = s.group_id
       and m.from_on <= (s.starts_at at time zone z.zone)::date
       and (m.to_on is null or m.to_on >= (s.starts_at at time zone z.zone)::date)
     where s.catch_up_of_id is null
    union
    select p.session_id, p.learner_id, s.group_id, s.starts_at, s.site_id
      from session_participant p
      join training_session s on s.id = p.session_id
     where p.kind = 'ADDED' and p.withdrawn_at is null
)
select c.session_id,
       c.learner_id,
       e.id as enrolment_id
  from candidate c
  join site z on z.id = c.site_id
  left join lateral (
      select e.id
        from enrolment e
       where e.learner_id = c.learner_id
       order by (e.group_id = c.group_id) desc, e.starts_on desc, e.id
       limit 1) e on true
 where not exists (select 1 from session_participant r
                    where r.session_id = c.session_id and r.learner_id = c.learner_id
                      and r.kind = 'REMOVED' and r.withdrawn_at is null)
   and coalesce((select v.kind = 'RESUMPTION'
                   from enrolment_event v
                  where v.enrolment_id = e.id
                    and v.occurs_on <= (c.starts_at at time zone z.zone)::date
                  order by v.occurs_on desc, v.declared_at desc
                  limit 1), true);

create or replace view training_v_participant as
select id, session_id, learner_id, kind, recorded_at, withdrawn_at, makes_up_for_id from session_participant;
