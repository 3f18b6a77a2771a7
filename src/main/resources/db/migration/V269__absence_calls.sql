-- Calls to absent people, or to those around them: what came of each. Only withdrawn_at and withdrawn_by are ever set, once.
create table absence_call (
    id           uuid primary key,
    learner_id   uuid        not null references learner,
    day          date        not null,          -- the learner's local date
    half_day     text        not null check (half_day in ('AM','PM')),
    outcome      text        not null check (outcome in ('ANSWERED','MESSAGE_LEFT','UNREACHABLE','WRONG_NUMBER')),
    note         text        not null default '',
    called_at    timestamptz not null,
    called_by    text        not null,
    called_by_account text   not null,
    withdrawn_at timestamptz,
    withdrawn_by text
);
create index absence_call_day on absence_call (day, learner_id);
create index absence_call_learner on absence_call (learner_id, called_at);

-- Never the note: it may say why somebody is absent.
create view justification_v_absence_call as
select id, learner_id, day, half_day, outcome, called_at, called_by from absence_call where withdrawn_at is null;

-- What a message is about; never its text.
create view messaging_v_correlated as
select id, learner_id, recipient_kind, correlation, state, created_at, sent_at from message where correlation is not null;
