-- What an absence is worth to the employer: a reason that justifies it to others may not justify it there.
create or replace view attendance_v_absence_case as
select id, session_id, learner_id, half_day, missing_minutes, state, deadline, reason_code, known_at, changed_at,
       effects ->> 'EMPLOYER' as to_employer
  from absence_case;
