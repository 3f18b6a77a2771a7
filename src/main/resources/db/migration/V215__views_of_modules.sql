-- What a module lets others read of its tables: <module>_v_<thing>. Plain projections, so that the planner sees through
-- them; no version, no bytes, no secret. A later migration that changes a column read here makes its view anew.

create view training_v_organisation as
select id, name from organisation;

create view training_v_site as
select id, code, name, zone, address, postal_code, city from site;

create view training_v_programme as
select id, code, title, nature, planned_minutes from programme;

create view training_v_module as
select id, programme_id, code, title, position, planned_minutes from programme_module;

create view training_v_trainer as
select id, external_id, first_name, last_name, email from trainer;

create view training_v_funder as
select id, code, name, kind from funder;

create view training_v_learner as
select id, external_id, first_name, last_name, email, birth_date from learner;

create view training_v_guardian as
select id, learner_id, first_name, last_name, email, phone from guardian;

create view training_v_employer as
select id, code, name from employer;

create view training_v_group as
select id, code, name, programme_id, site_id, referent_id, starts_on, ends_on from learner_group;

create view training_v_group_period as
select id, group_id, kind, from_on, to_on from group_period;

create view training_v_membership as
select id, learner_id, group_id, from_on, to_on, recorded_at from group_membership;

create view training_v_enrolment as
select id, number, learner_id, programme_id, group_id, employer_id, apprenticeship, starts_on, ends_on, agreed_minutes,
       accommodations
  from enrolment;

create view training_v_enrolment_event as
select id, enrolment_id, kind, occurs_on, last_present_on, reason, declared_at, declared_by from enrolment_event;

create view training_v_funding as
select id, enrolment_id, funder_id, file_number, agreed_minutes, starts_on, ends_on, priority, crediting_method from funding;

create view training_v_session as
select id, external_id, title, group_id, module_id, site_id, trainer_id, actual_trainer_id, planned_on, starts_at, ends_at,
       taught_minutes, modality, room, meeting_provider, meeting_id, meeting_url, stored_state, opened_at, data_complete_at,
       closed_at, closed_by, change_reason, change_caused_by, moved_to_id, catch_up_of_id
  from training_session;

create view training_v_session_break as
select session_id, position, from_at, to_at from session_break;

create view training_v_co_trainer as
select session_id, trainer_id from session_co_trainer;

-- Added or removed beside the group's members.
create view training_v_participant as
select id, session_id, learner_id, kind, recorded_at, withdrawn_at from session_participant;

-- Who is expected, and the enrolment it counts for.
create view training_v_expected as
select session_id, learner_id, enrolment_id from session_expected;

-- Whose a trace is, as matched now.
create view evidence_v_match as
select evidence_id, occurred_at, session_id, learner_id from evidence_match where withdrawn_at is null;

-- Traces as received; the raw payload stays where it is.
create view evidence_v_trace as
select id, occurred_at, session_id, source, kind, from_at, to_at, meeting_key, activity_key, recorded_at from evidence;

create view attendance_v_verdict as
select id, planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes, observed_minutes,
       credited_minutes, credits, late_minutes, early_minutes, proof_sufficient, intervals, rule_id, rule_version, why,
       decided_by, decided_by_role, person_reason, decided_at, superseded_at
  from verdict;

create view attendance_v_absence_case as
select id, session_id, learner_id, half_day, missing_minutes, state, deadline, reason_code, known_at, changed_at
  from absence_case;

create view attendance_v_absence_case_event as
select id, case_id, at, state, by, note from absence_case_event;

-- What a sheet shows of the traces behind a verdict.
create view attendance_v_trace as
select m.session_id, m.learner_id, e.source, e.kind, coalesce(e.from_at, e.occurred_at) as from_at, e.to_at,
       coalesce(e.payload ->> 'by', e.payload ->> 'person') as by
  from evidence_match m join evidence e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
 where m.withdrawn_at is null;

-- Who signed for a session: a learner, or somebody who is none.
create view attendance_v_signature as
select e.session_id, m.learner_id, e.payload ->> 'role' as role, e.person_key, e.person_email,
       coalesce(e.from_at, e.occurred_at) as signed_at, e.recorded_at
  from evidence e
  left join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null
 where e.kind = 'SIGNATURE';

create view progress_v_requirement as
select id, group_id, module_id, activity_id, title, kind, estimated_minutes, due_on, pass_score from activity_requirement;

create view progress_v_result as
select learner_id, activity_id, state, score, first_at, done_at, last_at from activity_result;

create view progress_v_connection_day as
select learner_id, day, minutes, last_at from connection_day;

create view alerts_v_alert as
select id, learner_id, group_id, rule_id, rule_name, state, explanation, at_risk, raised_at from alert;

create view relaunch_v_relaunch as
select id, alert_id, learner_id, state, started_at, ended_at, end_reason from relaunch;

-- Never the text of a message.
create view messaging_v_message as
select id, learner_id, recipient_kind, subject, state, created_at, sent_at from message;

-- Never the reason, the comment or who decided: a medical reason is nobody else's to read.
create view justification_v_justification as
select id, learner_id, state, submitted_at, decided_at, created_at from justification;

create view documents_v_document as
select id, kind, number, learner_id, enrolment_id, session_id, group_id, title, state, issued_at from issued_document;
