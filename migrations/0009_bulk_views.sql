-- Why: many orders changed at once without regret, and lists that keep their name. A bulk change is a row, with one row per order it was
-- previewed for: what was predicted, what came of it and what undoing gives back. Its messages wait, so that undoing leaves none behind.

create type bulk_state as enum ('preview', 'running', 'done', 'undoing', 'undone');
create type bulk_outcome as enum ('changed', 'already', 'refused');
create table bulk (
    id         uuid primary key,
    staff_id   uuid not null references staff,
    -- Their name, as histories keep it.
    actor      text not null,
    language   text not null check (language in ('en', 'es', 'ro', 'ru')),
    action     jsonb not null,
    -- What "all that match" meant; null when they were picked by hand.
    filter     jsonb,
    state      bulk_state not null default 'preview',
    total      integer not null,
    created_at timestamptz not null,
    started_at timestamptz,
    done_at    timestamptz,
    -- Until when it can be undone: no message of it leaves before.
    held_until timestamptz,
    undone_by  text,
    undone_at  timestamptz
);
create index bulk_created on bulk (created_at desc);

create table bulk_order (
    bulk_id          uuid not null references bulk on delete cascade,
    order_id         uuid not null references orders,
    predicted        bulk_outcome not null,
    predicted_reason jsonb,
    outcome          bulk_outcome,
    reason           jsonb,
    -- What undoing gives back.
    before           jsonb,
    -- The order's version after the change: undoing leaves alone what has changed since.
    version          bigint,
    undo             bulk_outcome,
    undo_reason      jsonb,
    primary key (bulk_id, order_id)
);
create index bulk_order_waiting on bulk_order (bulk_id, order_id) where outcome is null;
create index bulk_order_undo on bulk_order (bulk_id, order_id) where outcome = 'changed' and undo is null;
create index bulk_order_order on bulk_order (order_id);

alter table orders add column assignee uuid references staff;
create index orders_assignee on orders (assignee, placed_at desc, id desc) where assignee is not null;

-- Taken back before it left.
alter type notice_state add value 'withdrawn';
alter table notice
    add column not_before timestamptz,
    add column bulk_id    uuid references bulk;
create index notice_bulk on notice (bulk_id) where bulk_id is not null;

-- A filter of the list under a name and an address; without an owner it is the team's.
create table list_view (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
    name       text not null check (length(name) between 1 and 80),
    filter     jsonb not null,
    owner      uuid references staff,
    made_by    uuid not null references staff,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index list_view_owner on list_view (owner, name);

-- The board and the kitchen's wall read one stage at a time, the oldest first.
create index orders_stage on orders (workflow_id, stage, placed_at, id);
create index event_stage_entered on event (recorded_at desc) where kind = 'stage_entered';
