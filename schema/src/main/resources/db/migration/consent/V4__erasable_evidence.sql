-- Evidence is never changed, but for one thing: at an erasure everything in it that names the person is emptied.
create or replace function consent.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and new.address is null and new.ip is null and new.user_agent is null and new.details = '{}'
        and (to_jsonb(new) - 'address' - 'ip' - 'user_agent' - 'details')
            = (to_jsonb(old) - 'address' - 'ip' - 'user_agent' - 'details')
    then
        return new;
    end if;
    raise exception 'consent.evidence is append-only';
end $$;
