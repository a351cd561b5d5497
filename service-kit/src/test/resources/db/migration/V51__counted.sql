create table counted (name text not null, number int not null);
