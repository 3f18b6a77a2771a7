-- Words of mails as the centre wrote them, each version beside those before: a message that left says by which it was written.
create table message_template (
    key        text        not null,
    language   text        not null check (language in ('fr', 'en')),
    version    integer     not null check (version > 0),
    subject    text        not null,
    body       text        not null,
    written_at timestamptz not null,
    written_by text        not null,
    primary key (key, language, version)
);
