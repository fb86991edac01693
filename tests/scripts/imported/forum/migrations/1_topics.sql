-- Up Migration
create table topics (id integer primary key, title text not null);
insert into topics values (1, 'Welcome');
-- Down Migration
drop table topics;
