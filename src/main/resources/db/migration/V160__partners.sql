-- What a person said of the columns of a sign-in partner's files; a file with the same headings is understood by itself.
create table partner_mapping (
    id          uuid        primary key,
    partner     text        not null,
    fingerprint text        not null,                       -- of the headings
    mapping     jsonb       not null,
    saved_by    text        not null,
    saved_at    timestamptz not null,
    unique (partner, fingerprint)
);
create index partner_mapping_fingerprint on partner_mapping (fingerprint);

-- Who Edusign's students are: it names them in a course by its own identifier alone.
create table edusign_student (
    student_id text        primary key,
    api_id     text,                                        -- the identifier we gave Edusign
    email      text,
    name       text,
    seen_at    timestamptz not null
);

-- What was last pulled of a course: a course that has not changed is not kept again.
create table edusign_course (
    course_id text        primary key,
    sha256    bytea       not null,
    pulled_at timestamptz not null
);
create index edusign_course_pulled on edusign_course (pulled_at);
