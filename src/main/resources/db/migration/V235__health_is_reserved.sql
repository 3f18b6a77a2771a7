-- An alert whose rule counts a reason of absence that is a matter of health: referent and quality manager alone read why.
alter table alert add column about_health boolean not null default false;

update alert a set about_health = true
  from rule_version v
 where v.rule_id = a.rule_id and v.number = a.rule_version
   and v.text ~* '(pour le motif (maladie|accident du travail|maternité ou paternité|enfant malade)|for reason (sickness|accident at work|parenthood|sick child))';

-- What was written of them in mails that left: the alert itself keeps it.
update message m
   set body = replace(m.body, a.explanation::jsonb ->> 'fr', 'Le détail est réservé au référent et au responsable qualité.'),
       why = '{"key":"alerts.reserved.why"}'
  from alert a
 where a.about_health and a.explanation like '{"fr":%' and m.correlation = 'alert:' || a.id and m.state in ('SENT', 'STOPPED');

-- The answer to a medical justification: the justification itself keeps it.
update message m
   set body = replace(m.body, j.decision_note, '•••')
  from justification j
 where j.medical and coalesce(j.decision_note, '') <> '' and m.correlation = 'justification:' || j.id
   and m.state in ('SENT', 'STOPPED');

create or replace view alerts_v_alert as
select id, learner_id, group_id, rule_id, rule_name, state, explanation, at_risk, raised_at, about_health from alert;

-- Sessions that a medical justification was brought for; neither the reason nor the answer.
create view justification_v_medical_session as
select j.learner_id, s.session_id from justification j join justification_session s on s.justification_id = j.id
 where j.medical;
