-- Filed by somebody else than the learner: said wherever the justification shows.
alter table justification add column on_behalf boolean not null default false;

update justification j set on_behalf = true
  from account a where a.id = j.submitted_by_account and a.role <> 'LEARNER';

-- Never the reason, the comment or who decided: a medical reason is nobody else's to read.
create or replace view justification_v_justification as
select id, learner_id, state, submitted_at, decided_at, created_at, on_behalf, submitted_by from justification;
