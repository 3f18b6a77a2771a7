-- Reading a document issues nothing: who issues, replaces or cancels one says so, and its lines are stored with it.
alter table issued_document
    drop constraint issued_document_kind_check,
    drop constraint issued_document_state_check,
    add constraint issued_document_kind_check check (kind in ('ATTENDANCE_SHEET','CERTIFICATE','REPORT','FOAD_FILE','TRAINING_ATTESTATION',
        'ASSIDUITY_ATTESTATION','ABSENCE_STATEMENT','MONTHLY_STATE')),
    add constraint issued_document_state_check check (state in ('VALID','REPLACED','CANCELLED')),
    add column scope text not null default '',              -- within it no two valid documents share a line
    add column issued_by_reading boolean not null default false,
    add column ended_at timestamptz,                        -- replaced or cancelled: when, by whom and why
    add column ended_by text,
    add column ended_reason text;

-- Issued before, because somebody read them: they stay as they are, without lines.
update issued_document
   set issued_by_reading = true,
       scope = case when kind = 'CERTIFICATE' then 'certificate:' || enrolment_id
                    when session_id is not null then 'sheet:session:' || session_id
                    else 'sheet:learner:' || learner_id end;

alter table issued_document alter column scope drop default;
create index issued_document_scope on issued_document (scope) where state = 'VALID';

-- A session or an activity of a learner, as a document counts it.
create table issued_line (
    document_id      uuid    not null references issued_document,
    position         integer not null,
    session_id       uuid,
    verdict_version  integer,
    activity_key     text,
    learner_id       uuid    not null references learner,
    day              date    not null,
    observed_minutes integer not null,
    credited_minutes integer not null,
    funding_id       uuid,
    primary key (document_id, position),
    check ((session_id is null) <> (activity_key is null))
);
create index issued_line_learner on issued_line (learner_id);
