-- What people said a participant of a source is. Append-only but for the withdrawal. A lasting one (an identifier, an
-- address, an account) matches by itself; one that rests on a name shown only ranks candidates.
create table identity_alias (
    id                uuid primary key,
    source            text        not null,
    person_key        text        not null,
    person_name       text,
    learner_id        uuid        not null references learner,
    lasting           boolean     not null,
    confirmed_by      text        not null,
    confirmed_account uuid,                       -- null for the system
    confirmed_at      timestamptz not null,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index identity_alias_current on identity_alias (source, person_key, learner_id) where withdrawn_at is null;
create index identity_alias_learner on identity_alias (learner_id);
create index identity_alias_confirmed on identity_alias (confirmed_at desc, id);

-- Whether the key stays the same person's from one meeting to the next, as a name does not.
alter table evidence_proposal add column lasting boolean not null default false;
drop index evidence_proposal_alias;
create index evidence_proposal_person on evidence_proposal (person_key, source, state);
