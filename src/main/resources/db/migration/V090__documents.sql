create table issued_document (
    id          uuid primary key,
    kind        text        not null check (kind in ('ATTENDANCE_SHEET','CERTIFICATE','REPORT')),
    number      text        not null unique,
    subject     text        not null,           -- what it tells about: certificate:<enrolment>, sheet:<session>...
    version     integer     not null,           -- of the subject, from 1
    learner_id  uuid        references learner,
    enrolment_id uuid       references enrolment,
    session_id  uuid        references training_session,
    group_id    uuid        references learner_group,
    title       text        not null,
    inputs      jsonb       not null,
    fingerprint bytea       not null,           -- SHA-256 of the inputs: the same facts issue nothing new
    media_type  text        not null,
    bytes       bytea       not null,
    sha256      bytea       not null,
    code        text        not null unique,
    state       text        not null check (state in ('VALID','REPLACED')),
    replaced_by uuid        references issued_document,
    issued_at   timestamptz not null,
    issued_by   text        not null,
    unique (subject, version)
);
create unique index issued_document_current on issued_document (subject) where state = 'VALID';
create index issued_document_learner on issued_document (learner_id, issued_at desc);
create index issued_document_enrolment on issued_document (enrolment_id);
create index issued_document_session on issued_document (session_id);
create index issued_document_group on issued_document (group_id);
create index issued_document_issued on issued_document (issued_at desc, id);
create index issued_document_replaced_by on issued_document (replaced_by) where replaced_by is not null;

-- Numbers without gaps: the row stays locked until the document that takes the number is kept.
create table issued_document_counter (
    series text    not null,
    year   integer not null,
    last   bigint  not null,
    primary key (series, year)
);
