-- Calls, meetings and visits: a line of the learner's timeline and of the register of contacts. Written once, never changed.
create table learner_contact (
    id         uuid        primary key,
    learner_id uuid        not null references learner,
    at         timestamptz not null,
    kind       text        not null check (kind in ('CALL','MEETING','VISIT')),
    outcome    text        not null,
    note       text,                             -- read by who follows the learner alone
    next_on    date,
    made_by    text        not null,
    made_at    timestamptz not null
);
create index learner_contact_learner on learner_contact (learner_id, at desc);
create index learner_contact_at on learner_contact (at);

create view training_v_learner_contact as
select id, learner_id, at, kind, outcome, note, next_on, made_by, made_at from learner_contact;

-- A relaunch that somebody put off: no mail leaves until it goes on, on its day or by hand.
alter table relaunch drop constraint relaunch_state_check;
alter table relaunch add constraint relaunch_state_check
    check (state in ('RUNNING','PAUSED','RETURNED','FACTS_CHANGED','ESCALATED','ENDED'));
alter table relaunch add column paused_until date;
