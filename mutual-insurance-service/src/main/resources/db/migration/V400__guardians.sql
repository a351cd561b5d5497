-- Who takes the money of a minor heir, in the minor's name.
alter table heir add guardian_key text;
create index heir_guardian on heir (guardian_key) where guardian_key is not null;
