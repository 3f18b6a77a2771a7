create table message (
    id               uuid primary key,
    idempotency_key  text        not null unique,
    template_key     text        not null,
    template_version integer     not null,
    locale           text        not null,
    recipient_kind   text        not null check (recipient_kind in ('LEARNER','GUARDIAN','EMPLOYER','TUTOR','TRAINER','REFERENT','STAFF','FUNDER')),
    recipient_name   text        not null,
    recipient_address text       not null,
    learner_id       uuid        references learner,
    subject          text        not null,
    body             text        not null,
    why              text        not null,
    correlation      text,                      -- alert:<id>, absence:<half-day>, justification:<id>
    state            text        not null check (state in ('QUEUED','SENDING','SENT','FAILED','STOPPED')),
    attempts         integer     not null default 0,
    problem          text,
    created_at       timestamptz not null,
    sent_at          timestamptz,
    smtp_message_id  text,
    version          integer     not null default 0
);
create index message_learner on message (learner_id, created_at desc);
create index message_created on message (created_at desc, id);
create index message_state on message (state, created_at) where state in ('QUEUED','SENDING','FAILED');
create index message_correlation on message (correlation) where correlation is not null;
