# Whether a database holds anything that no extension brought.
has_content() {
  [ "$(PGDATABASE=$1 sql << 'END'
select exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e'))
  or exists (select from pg_largeobject_metadata)
END
  )" = t ]
}
