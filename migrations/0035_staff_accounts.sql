-- Why: a shop's administrators give their colleagues accounts, and take them back. Until somebody has chosen a password nobody signs in
-- with the account, so the column may be empty.

alter table staff
    alter column password_hash drop not null,
    add column version bigint not null default 1;

-- Links by which somebody chooses a password: an invitation, or because they forgot theirs. What is mailed is a signature over the id;
-- the row opens nothing. A link that was used has no row any more.
create table staff_link (
    id         uuid primary key,
    staff_id   uuid not null references staff,
    kind       text not null check (kind in ('invitation', 'password')),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index staff_link_staff on staff_link (staff_id);

-- So that people know their own sign-ins apart: a browser and a system, such as "Firefox, Windows", and nothing else of the device.
alter table session add column browser text not null default '' check (length(browser) <= 60);

-- Who gave whom which rights. Nothing of it is changed or deleted, not even by us.
create table staff_event (
    id          bigint generated always as identity primary key,
    staff_id    uuid not null references staff,
    happened_at timestamptz not null,
    actor_id    uuid references staff,
    kind        text not null check (kind in ('created', 'invited', 'joined', 'renamed', 'role_changed', 'closed', 'reopened',
                                              'password_changed', 'sessions_ended')),
    from_role   role,
    to_role     role
);
create index staff_event_staff on staff_event (staff_id, id desc);

create function staff_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the history of accounts is not rewritten';
end $$;
create trigger staff_event_stays before update or delete on staff_event
    for each row execute function staff_event_stays();
create trigger staff_event_stays_whole before truncate on staff_event
    for each statement execute function staff_event_stays();
