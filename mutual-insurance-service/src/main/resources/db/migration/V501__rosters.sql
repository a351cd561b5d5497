-- Who is on an employer's roster of a year: whom it enrolled or took over, less those who moved on.
create function live_roster(employer_code text, plan text, of_year integer) returns setof enrolment
  language sql stable as $$
  select e.* from enrolment e
  where e.plan_code = plan and e.plan_year = of_year
    and e.status not in ('WITHDRAWN', 'LAPSED') and e.cover_from < e.cover_until
    and e.id in (
      select o.id from enrolment o where o.employer = employer_code and o.plan_year = of_year
      union all
      select t.enrolment_id from transfer t
      where t.employer = employer_code and t.status = 'APPROVED')
    and coalesce((select t.employer from transfer t
      where t.enrolment_id = e.id and t.status = 'APPROVED'
      order by t.moved_on desc limit 1), e.employer) = employer_code
$$;

-- A refund is paid like a benefit, but it is none.
alter table refund drop constraint refund_status_check;
alter table refund add constraint refund_status_check
  check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'PAID'));

create view benefit_entry as select * from payout_entry where category <> 'REFUND';

-- What a refund takes from the year is booked with its due at the approval, or was never booked.
create or replace function book_outgo() returns trigger language plpgsql as $$
begin
  insert into fund_entry (plan_code, plan_year, amount)
  select plan_code, plan_year, -sum(amount) from new_entries where category <> 'REFUND'
  group by plan_code, plan_year;
  return null;
end $$;
