-- Partners and keys as operations administer them: who made what, when, and with which limits.
alter table partner
  add column uid uuid not null default uuidv7() unique,
  add column kind text not null default 'AGENCY'
    check (kind in ('HOSPITAL', 'BUREAU', 'BANK', 'TRAVEL_OFFICE', 'AGENCY')),
  add column contact bytea,
  add column created_by text not null default 'the start of the platform',
  add column version bigint not null default 0;
create index partner_area on partner (area text_pattern_ops, uid);

alter table partner_key
  add column uid uuid not null default uuidv7() unique,
  add column name text not null default 'first key',
  add column addresses text[] not null default '{}',
  add column per_second int check (per_second > 0),
  add column burst int check (burst > 0),
  add column monthly_quota bigint check (monthly_quota > 0),
  -- Keys that replace each other draw on one quota.
  add column quota_of uuid,
  add column created_by text not null default 'the start of the platform',
  add column changed_by text not null default 'the start of the platform',
  add column approved_by text,
  add column approved_at timestamptz,
  add column revoked_by text,
  add column revoked_at timestamptz,
  add column revocation_reason text,
  add column replaces uuid references partner_key (uid),
  add column overlap_hours int not null default 0 check (overlap_hours between 0 and 2160),
  -- The smallest number of days before the end that was warned of.
  add column warned_days int,
  add column version bigint not null default 0,
  drop constraint partner_key_status_check,
  add constraint partner_key_status_check check (status in ('PROPOSED', 'ACTIVE', 'REVOKED'));
update partner_key set quota_of = uid;
alter table partner_key alter column quota_of set not null;

-- One successor at a time.
create unique index partner_key_successor on partner_key (replaces) where status <> 'REVOKED';
create index partner_key_of_partner on partner_key (partner_id, uid);
create index partner_key_end on partner_key (expires_at) where status = 'ACTIVE';

-- What keys did, added up in batches; apart from the keys, so that counting wakes no gateway.
create table key_usage (
  key_uid  uuid   not null references partner_key (uid),
  route    text   not null,
  day      date   not null,
  requests bigint not null default 0,
  refused  bigint not null default 0,
  primary key (key_uid, day, route)
);
create index key_usage_day on key_usage (day, key_uid);

create table key_last_use (
  key_uid uuid primary key references partner_key (uid),
  used_at timestamptz not null
);

-- What gateways have taken of a month's quota, in portions.
create table quota_use (
  quota_of uuid   not null,
  month    date   not null,
  taken    bigint not null,
  primary key (quota_of, month)
);

grant select, insert, update on key_usage, key_last_use, quota_use to "${application-role}";
do $$
begin
  if current_user <> '${application-role}' then
    -- Partners and keys end, they do not vanish.
    execute 'revoke delete, truncate on partner, partner_key from "${application-role}"';
    execute 'revoke delete, truncate on key_usage, key_last_use, quota_use from "${application-role}"';
  end if;
end
$$;
