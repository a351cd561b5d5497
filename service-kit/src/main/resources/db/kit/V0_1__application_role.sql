-- The owner migrates; the service's own role reads and writes rows, and owns nothing.
do $$
begin
  if current_user <> '${application-role}' then
    execute 'grant usage on schema public to "${application-role}"';
    execute 'alter default privileges in schema public grant select, insert, update, delete on tables to "${application-role}"';
    execute 'alter default privileges in schema public grant usage, select on sequences to "${application-role}"';
  end if;
end
$$;
