create extension if not exists btree_gist;

-- Immutable versions; two in force on one day are impossible. Only an open end may be closed, by
-- the successor.
create table policy_version (
  code        text        not null,
  no          integer     not null,
  valid_from  date        not null,
  valid_to    date,
  source      text        not null,
  content     jsonb       not null,
  recorded_at timestamptz not null,
  recorded_by text        not null,
  primary key (code, no),
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

create function policy_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.valid_to is null
    and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
    return new;
  end if;
  raise exception 'policy versions are never changed' using errcode = '42501';
end
$$;

create trigger policy_version_stays before update or delete on policy_version
  for each row execute function policy_version_stays();
