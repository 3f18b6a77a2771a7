-- Learners whose course changed since they were evaluated: who writes them need not know of alerts, and the nightly pass
-- looks at nobody else. Rows are only added here, and taken out by the evaluation that holds the learner's lock, so that
-- nobody waits for anybody.
create table alert_stale (
    id         bigint generated always as identity primary key,
    learner_id uuid   not null references learner on delete cascade
);
create index alert_stale_learner on alert_stale (learner_id);

create function alert_stale_learners(concerned uuid[]) returns void
    language sql as $$
    insert into alert_stale (learner_id)
    select distinct l from unnest(concerned) as l
     where l is not null
       -- A row of another transaction may be taken out before this one commits: only its own rows spare it one.
       and not exists (select 1 from alert_stale s where s.learner_id = l and s.xmin = pg_current_xact_id()::xid)
$$;

create function alert_stale_by_learner() returns trigger
    language plpgsql as $$
begin
    perform alert_stale_learners(array(select learner_id from changed));
    return null;
end $$;

create function alert_stale_by_enrolment() returns trigger
    language plpgsql as $$
begin
    perform alert_stale_learners(array(
        select e.learner_id from changed c join enrolment e on e.id = c.enrolment_id));
    return null;
end $$;

create function alert_stale_by_group() returns trigger
    language plpgsql as $$
begin
    perform alert_stale_learners(array(
        select k.learner_id from group_membership k where k.group_id in (select group_id from changed)));
    return null;
end $$;

create function alert_stale_by_session() returns trigger
    language plpgsql as $$
begin
    perform alert_stale_learners(array(
        with touched as (
            select c.id, c.group_id, w.group_id as old_group from changed c join was w on w.id = c.id
             where (c.starts_at, c.taught_minutes, c.modality, c.group_id, c.site_id)
                   is distinct from (w.starts_at, w.taught_minutes, w.modality, w.group_id, w.site_id)
                or c.module_id is distinct from w.module_id or c.stored_state <> w.stored_state)
        select k.learner_id from group_membership k
         where k.group_id in (select group_id from touched union select old_group from touched)
        union
        select p.learner_id from session_participant p where p.session_id in (select id from touched)));
    return null;
end $$;

create trigger alert_stale_added after insert on group_membership
    referencing new table as changed for each statement execute function alert_stale_by_learner();
create trigger alert_stale_changed after update on group_membership
    referencing new table as changed for each statement execute function alert_stale_by_learner();
create trigger alert_stale_removed after delete on group_membership
    referencing old table as changed for each statement execute function alert_stale_by_learner();

create trigger alert_stale_added after insert on enrolment
    referencing new table as changed for each statement execute function alert_stale_by_learner();
create trigger alert_stale_changed after update on enrolment
    referencing new table as changed for each statement execute function alert_stale_by_learner();
create trigger alert_stale_removed after delete on enrolment
    referencing old table as changed for each statement execute function alert_stale_by_learner();

create trigger alert_stale_added after insert on enrolment_event
    referencing new table as changed for each statement execute function alert_stale_by_enrolment();

create trigger alert_stale_added after insert on funding
    referencing new table as changed for each statement execute function alert_stale_by_enrolment();
create trigger alert_stale_changed after update on funding
    referencing new table as changed for each statement execute function alert_stale_by_enrolment();
create trigger alert_stale_removed after delete on funding
    referencing old table as changed for each statement execute function alert_stale_by_enrolment();

create trigger alert_stale_added after insert on session_participant
    referencing new table as changed for each statement execute function alert_stale_by_learner();
create trigger alert_stale_changed after update on session_participant
    referencing new table as changed for each statement execute function alert_stale_by_learner();

create trigger alert_stale_added after insert on group_period
    referencing new table as changed for each statement execute function alert_stale_by_group();
create trigger alert_stale_changed after update on group_period
    referencing new table as changed for each statement execute function alert_stale_by_group();
create trigger alert_stale_removed after delete on group_period
    referencing old table as changed for each statement execute function alert_stale_by_group();

create trigger alert_stale_added after insert on activity_requirement
    referencing new table as changed for each statement execute function alert_stale_by_group();
create trigger alert_stale_changed after update on activity_requirement
    referencing new table as changed for each statement execute function alert_stale_by_group();
create trigger alert_stale_removed after delete on activity_requirement
    referencing old table as changed for each statement execute function alert_stale_by_group();

create trigger alert_stale_added after insert on training_session
    referencing new table as changed for each statement execute function alert_stale_by_group();
create trigger alert_stale_changed after update on training_session
    referencing old table as was new table as changed for each statement execute function alert_stale_by_session();
create trigger alert_stale_removed after delete on training_session
    referencing old table as changed for each statement execute function alert_stale_by_group();

-- What was held back while a relaunch ran is looked at once it is over.
create trigger alert_stale_changed after update on relaunch
    referencing new table as changed for each statement execute function alert_stale_by_learner();
