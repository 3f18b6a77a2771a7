create table organisation (
    id                   uuid primary key,
    name                 text not null,
    siret                text not null,
    nda                  text not null,        -- numéro de déclaration d'activité
    nda_region           text not null,
    address              text not null,
    postal_code          text not null,
    city                 text not null,
    phone                text not null,
    email                text not null,
    representative_name  text not null,
    representative_title text not null,
    logo                 bytea,
    logo_media_type      text,
    version              integer not null default 0
);

create table site (
    id          uuid primary key,
    code        text not null unique,
    name        text not null,
    zone        text not null,                -- IANA zone id
    address     text not null,
    postal_code text not null,
    city        text not null,
    phone       text not null,
    version     integer not null default 0
);

create table programme (
    id              uuid primary key,
    code            text    not null unique,
    title           text    not null,
    nature          text    not null check (nature in ('TRAINING','SKILLS_ASSESSMENT','VAE','APPRENTICESHIP')),
    planned_minutes integer not null check (planned_minutes >= 0),
    version         integer not null default 0
);

create table programme_module (
    id              uuid primary key,
    programme_id    uuid    not null references programme,
    code            text    not null,
    title           text    not null,
    position        integer not null,
    planned_minutes integer not null,
    version         integer not null default 0,
    unique (programme_id, code)
);
-- The activities of the platform that belong to a module: xAPI object ids.
create table programme_module_activity (
    module_id   uuid    not null references programme_module,
    activity_id text    not null,
    position    integer not null,
    primary key (module_id, activity_id)
);
create index programme_module_activity_id on programme_module_activity (activity_id);

create table trainer (
    id          uuid primary key,
    external_id text not null unique,
    first_name  text not null,
    last_name   text not null,
    email       text not null,
    phone       text,
    version     integer not null default 0
);
create unique index trainer_email on trainer (lower(email));

create table referent (
    id         uuid primary key,
    first_name text not null,
    last_name  text not null,
    email      text not null,
    phone      text not null,
    version    integer not null default 0
);

create table employer (
    id            uuid primary key,
    code          text not null unique,
    name          text not null,
    siret         text,
    contact_name  text,
    contact_email text,
    phone         text,
    version       integer not null default 0
);

create table tutor (
    id          uuid primary key,
    employer_id uuid not null references employer,
    first_name  text not null,
    last_name   text not null,
    email       text,
    phone       text,
    version     integer not null default 0
);
create index tutor_employer on tutor (employer_id);

create table funder (
    id      uuid primary key,
    code    text not null unique,
    name    text not null,
    kind    text not null check (kind in ('OPCO','CPF','FRANCE_TRAVAIL','REGION','EMPLOYER','SELF','OTHER')),
    version integer not null default 0
);

create table learner (
    id          uuid primary key,
    external_id text not null unique,
    first_name  text not null,
    last_name   text not null,
    email       text,
    phone       text,
    birth_date  date,
    version     integer not null default 0
);
create unique index learner_email on learner (lower(email)) where email is not null;
create index learner_name on learner (lower(last_name), lower(first_name), id);

create table guardian (
    id         uuid primary key,
    learner_id uuid not null references learner,
    first_name text not null,
    last_name  text not null,
    email      text,
    phone      text,
    version    integer not null default 0
);
create index guardian_learner on guardian (learner_id);

create table learner_group (
    id           uuid primary key,
    code         text not null unique,          -- GRP-2026-014
    name         text not null,
    programme_id uuid not null references programme,
    site_id      uuid not null references site,
    referent_id  uuid references referent,
    starts_on    date not null,
    ends_on      date not null,
    version      integer not null default 0,
    check (ends_on >= starts_on)
);
create index learner_group_programme on learner_group (programme_id);
create index learner_group_site on learner_group (site_id);
create index learner_group_referent on learner_group (referent_id);

-- Company periods, closures: outside every window.
create table group_period (
    id       uuid primary key,
    group_id uuid not null references learner_group,
    kind     text not null check (kind in ('COMPANY','CLOSURE')),
    from_on  date not null,
    to_on    date not null,                     -- inclusive
    check (to_on >= from_on)
);
create index group_period_group on group_period (group_id, from_on);

-- Periods, never deleted; to_on inclusive, null while it lasts.
create table group_membership (
    id          uuid primary key,
    learner_id  uuid        not null references learner,
    group_id    uuid        not null references learner_group,
    from_on     date        not null,
    to_on       date,
    recorded_at timestamptz not null,
    check (to_on is null or to_on >= from_on)
);
create index group_membership_group on group_membership (group_id, from_on);
create index group_membership_learner on group_membership (learner_id, from_on);

create table enrolment (
    id             uuid primary key,
    number         text    not null unique,     -- INS-2026-00012
    learner_id     uuid    not null references learner,
    programme_id   uuid    not null references programme,
    group_id       uuid    not null references learner_group,
    employer_id    uuid    references employer,
    tutor_id       uuid    references tutor,
    apprenticeship boolean not null default false,
    starts_on      date    not null,
    ends_on        date    not null,
    agreed_minutes integer not null check (agreed_minutes >= 0),
    accommodations text,
    version        integer not null default 0
);
create index enrolment_learner on enrolment (learner_id);
create index enrolment_programme on enrolment (programme_id);
create index enrolment_group on enrolment (group_id, learner_id);
create index enrolment_employer on enrolment (employer_id);
create index enrolment_tutor on enrolment (tutor_id);

-- Dated events; sessions from occurs_on until a RESUMPTION are not absences.
create table enrolment_event (
    id              uuid primary key,
    enrolment_id    uuid        not null references enrolment,
    kind            text        not null check (kind in ('INTERRUPTION','ABANDONMENT','TERMINATION','EXCLUSION','RESUMPTION')),
    occurs_on       date        not null,
    last_present_on date,
    reason          text        not null,
    declared_at     timestamptz not null,
    declared_by     text        not null
);
create index enrolment_event_enrolment on enrolment_event (enrolment_id, occurs_on);

create table funding (
    id               uuid primary key,
    enrolment_id     uuid    not null references enrolment,
    funder_id        uuid    not null references funder,
    file_number      text,
    agreed_minutes   integer not null,
    starts_on        date    not null,
    ends_on          date    not null,
    priority         integer not null,          -- 1 first; an hour is charged to one funding only
    crediting_method text    not null check (crediting_method in ('MINUTE','HALF_DAY','MILESTONE')),
    version          integer not null default 0
);
create index funding_enrolment on funding (enrolment_id, priority);
create index funding_funder on funding (funder_id);

create table training_session (
    id               uuid primary key,
    external_id      text        not null unique,
    title            text        not null,
    group_id         uuid        not null references learner_group,
    module_id        uuid        references programme_module,
    site_id          uuid        not null references site,
    trainer_id       uuid        not null references trainer,     -- planned
    actual_trainer_id uuid       references trainer,
    planned_on       date        not null,      -- local date first planned; a move never changes it
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    taught_minutes   integer     not null check (taught_minutes > 0),   -- slot less breaks
    modality         text        not null check (modality in ('IN_PERSON','VIDEO','ONLINE')),
    room             text,
    meeting_provider text        check (meeting_provider in ('ZOOM','TEAMS','BIGBLUEBUTTON')),
    meeting_id       text,
    meeting_url      text,
    -- PLANNED covers planned, open and awaiting data, told apart by the clock and data_complete_at.
    stored_state     text        not null default 'PLANNED' check (stored_state in ('PLANNED','CLOSED','CANCELLED','POSTPONED')),
    opened_at        timestamptz,
    data_complete_at timestamptz,
    closed_at        timestamptz,
    closed_by        text,
    change_reason    text,
    change_caused_by text        check (change_caused_by in ('CENTRE','TRAINER','EXTERNAL')),
    moved_to_id      uuid        references training_session,
    catch_up_of_id   uuid        references training_session,
    version          integer     not null default 0,
    check (ends_at > starts_at)
);
create index training_session_group on training_session (group_id, starts_at, id);
create index training_session_starts on training_session (starts_at, id);
create index training_session_trainer on training_session (trainer_id, starts_at);
create index training_session_actual_trainer on training_session (actual_trainer_id, starts_at) where actual_trainer_id is not null;
create index training_session_site on training_session (site_id);
create index training_session_module on training_session (module_id);
create index training_session_meeting on training_session (meeting_provider, meeting_id, starts_at) where meeting_id is not null;
create index training_session_moved_to on training_session (moved_to_id) where moved_to_id is not null;
create index training_session_catch_up_of on training_session (catch_up_of_id) where catch_up_of_id is not null;

create table session_break (
    session_id uuid        not null references training_session,
    position   integer     not null,
    from_at    timestamptz not null,
    to_at      timestamptz not null,
    primary key (session_id, position),
    check (to_at > from_at)
);

-- Trainers beside the planned one: co-trainers, subcontractors.
create table session_co_trainer (
    session_id uuid not null references training_session,
    trainer_id uuid not null references trainer,
    primary key (session_id, trainer_id)
);
create index session_co_trainer_trainer on session_co_trainer (trainer_id);

-- Beside the members of the group on its day: people added or removed.
create table session_participant (
    id          uuid primary key,
    session_id  uuid        not null references training_session,
    learner_id  uuid        not null references learner,
    kind        text        not null check (kind in ('ADDED','REMOVED')),
    reason      text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    withdrawn_at timestamptz
);
create index session_participant_session on session_participant (session_id, learner_id);
create index session_participant_learner on session_participant (learner_id);

-- Who is expected (convoqué): members on the session's local day, plus added, less removed, less those whose
-- enrolment is interrupted or over that day. One row a session and learner, with the enrolment it counts for.
create view session_expected as
with candidate as (
    select s.id as session_id, m.learner_id, s.group_id, s.starts_at, s.site_id
      from training_session s
      join site z on z.id = s.site_id
      join group_membership m on m.group_id = s.group_id
       and m.from_on <= (s.starts_at at time zone z.zone)::date
       and (m.to_on is null or m.to_on >= (s.starts_at at time zone z.zone)::date)
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
