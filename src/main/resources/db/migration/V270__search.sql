-- Words of a text without case, accents or punctuation: what is searched by the beginnings of words.
create function search_words(text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', regexp_replace(
        translate(
            regexp_replace(normalize(replace(replace(lower($1), 'œ', 'oe'), 'æ', 'ae'), nfd), '[\u0300-\u036f]', '', 'g'),
            'đłøı', 'dloi'),
        '[^[:alnum:]]+', ' ', 'g'));

create index learner_words on learner using gin (
    search_words(first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || external_id));
create index learner_group_words on learner_group using gin (search_words(name || ' ' || code));
create index training_session_words on training_session using gin (search_words(title || ' ' || external_id));
create index issued_document_words on issued_document using gin (search_words(number || ' ' || title));
create index rule_words on rule using gin (search_words(name || ' ' || code));
