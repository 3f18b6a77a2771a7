-- Reasons that are nobody's affair but the learner's, referent's and quality manager's: beside those of health, those of the family.
-- Were health alone reserved, what is reserved would be health.
alter table absence_reason add column personal boolean not null default false;
update absence_reason set personal = true where medical or code in ('FAMILY_EVENT', 'BEREAVEMENT');

alter table justification add column personal boolean not null default false;
update justification j set personal = true from absence_reason r where r.code = j.reason_code and (j.medical or r.personal);

-- Sessions that something was brought for, whatever it was; neither the reason nor the answer.
drop view justification_v_medical_session;
create view justification_v_session as
select j.learner_id, s.session_id from justification j join justification_session s on s.justification_id = j.id;

-- Alerts whose rule counts a reason, whatever it is, are read as those of health are.
update alert a set about_health = true
  from rule_version v
 where v.rule_id = a.rule_id and v.number = a.rule_version and v.text ~* '(pour le motif|for reason) ';
