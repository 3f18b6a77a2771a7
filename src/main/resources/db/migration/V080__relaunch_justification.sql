create table relaunch (
    id           uuid primary key,
    alert_id     uuid        not null unique references alert,
    learner_id   uuid        not null references learner,
    state        text        not null check (state in ('RUNNING','RETURNED','FACTS_CHANGED','ESCALATED','ENDED')),
    started_at   timestamptz not null,
    first_sent_at  timestamptz,
    second_sent_at timestamptz,
    ended_at     timestamptz,
    end_reason   text,
    template_key text        not null,
    missed_until timestamptz,                   -- start of the last session behind the alert: present after it is back
    version      integer     not null default 0
);
create index relaunch_learner on relaunch (learner_id, started_at desc);
create index relaunch_running on relaunch (learner_id) where state = 'RUNNING';

create table absence_reason (
    code              text primary key,
    label_fr          text    not null,
    label_en          text    not null,
    medical           boolean not null default false,
    document_required boolean not null default true,
    accepted          boolean not null default true,
    effects           jsonb   not null,
    position          integer not null
);

create table justification (
    id           uuid primary key,
    learner_id   uuid        not null references learner,
    reason_code  text        not null references absence_reason,
    comment      text,
    from_at      timestamptz,
    to_at        timestamptz,
    state        text        not null check (state in ('REQUESTED','SUBMITTED','MORE_ASKED','APPROVED','REFUSED','EXPIRED','MOOT')),
    submitted_at timestamptz,
    submitted_by text,
    submitted_by_account uuid,                  -- who files on behalf never decides
    medical      boolean     not null default false,
    document_checked_by text,
    document_checked_at timestamptz,
    decided_by   text,
    decided_at   timestamptz,
    decision_note text,
    process_instance_id text,
    created_at   timestamptz not null,
    version      integer     not null default 0
);
create index justification_learner on justification (learner_id, created_at desc);
create index justification_reason on justification (reason_code);
create index justification_state on justification (state, created_at);

create table justification_session (
    justification_id uuid not null references justification,
    session_id       uuid not null references training_session,
    primary key (justification_id, session_id)
);
create index justification_session_session on justification_session (session_id);

-- Encrypted apart, with its own retention: purged, while the decision stays.
create table justification_document (
    id               uuid primary key,
    justification_id uuid        not null references justification,
    file_name        text        not null,
    media_type       text        not null,
    size_bytes       bigint      not null,
    sha256           bytea       not null,
    cipher           bytea,                     -- null once purged
    nonce            bytea,
    medical          boolean     not null,
    uploaded_at      timestamptz not null,
    purged_at        timestamptz
);
create index justification_document_justification on justification_document (justification_id);

-- Who accepts what: regulation of each recipient. Only force majeure keeps a CPF right; an hour missed is never realised.
insert into absence_reason (code, label_fr, label_en, medical, document_required, accepted, effects, position) values
 ('SICKNESS', 'Maladie ou hospitalisation', 'Sickness or hospital', true, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 10),
 ('WORK_ACCIDENT', 'Accident du travail ou de trajet', 'Accident at work or on the way', true, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 20),
 ('PARENTHOOD', 'Maternité ou paternité', 'Maternity or paternity', true, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 30),
 ('FAMILY_EVENT', 'Événement familial (mariage, naissance, décès)', 'Family event (wedding, birth, death)', false, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"UNJUSTIFIED"}', 40),
 ('BEREAVEMENT', 'Décès ou accident d''un proche', 'Death or accident of a relative', false, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 50),
 ('SICK_CHILD', 'Enfant malade', 'Sick child', true, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 60),
 ('SUMMONS', 'Convocation (tribunal, préfecture, France Travail, examen)', 'Summons (court, prefecture, France Travail, exam)', false, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"UNJUSTIFIED"}', 70),
 ('TRANSPORT', 'Grève ou arrêt des transports', 'Transport strike or breakdown', false, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"JUSTIFIED","REGION":"JUSTIFIED","CPF":"JUSTIFIED"}', 80),
 ('EXAM_LEAVE', 'Congé pour examen (apprenti)', 'Exam leave (apprentice)', false, true, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"UNJUSTIFIED","REGION":"UNJUSTIFIED","CPF":"UNJUSTIFIED"}', 90),
 ('EMPLOYER_KEPT', 'Congés payés ou gardé en entreprise', 'Paid leave or kept at the company', false, true, false,
  '{"EMPLOYER":"UNJUSTIFIED","FRANCE_TRAVAIL":"UNJUSTIFIED","REGION":"UNJUSTIFIED","CPF":"UNJUSTIFIED"}', 100),
 ('OTHER', 'Autre motif', 'Other reason', false, false, true,
  '{"EMPLOYER":"JUSTIFIED","FRANCE_TRAVAIL":"UNJUSTIFIED","REGION":"UNJUSTIFIED","CPF":"UNJUSTIFIED"}', 110);
