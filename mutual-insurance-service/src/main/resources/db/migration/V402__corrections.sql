-- Decided claims go back to people for other causes than a settlement, too.
alter table correction_task alter column settlement_id drop not null;
alter table correction_task add column cause text not null default 'SETTLEMENT_CHANGED'
  check (cause in ('SETTLEMENT_CHANGED', 'SETTLEMENT_VOIDED', 'COVER_ANNULLED'));
alter table correction_task alter column cause drop default;
alter table correction_task add column due_on date;
create unique index correction_task_of_cover on correction_task (claim_id)
  where closed_at is null and cause = 'COVER_ANNULLED';
create index correction_task_waiting on correction_task (due_on, claim_id) where closed_at is null;
