-- What is held of a person beside what their module says of them: never a password, a token or who else acted.
create view access_v_account as
select id, username, display_name, email, role, person_id, locale, enabled, valid_from, valid_until, created_at from account;

create view access_v_account_session as
select id, account_id, address, browser, started_at, last_seen_at, ended_at from account_session;

create view journal_v_entry as
select seq, at, actor_role, action, subject_kind, learner_id from journal_entry;
