-- Why: what is urgent, what waits, and when an order has to be done. The due date follows from priority, workflow and opening hours; it is
-- computed in one pure place (`domain/src/order/due.rs`) and stored here, indexed, because lists and counts filter on it. Also what an
-- edited workflow needs: who saved which version, and the work of moving open orders to a newer one.

create type priority as enum ('rush', 'standard', 'hold');

alter table orders
    add column priority    priority not null default 'standard',
    -- Since when it waits; then its clock stands and it is in no list of work.
    add column held_at     timestamptz,
    -- What it goes back to when it is released.
    add column held_from   priority check (held_from <> 'hold'),
    -- The clock: it runs from here on; null before the order is paid.
    add column clock_from  timestamptz,
    -- Seconds of working time it ran before, up to the last hold.
    add column clock_spent bigint not null default 0 check (clock_spent >= 0),
    -- When it entered the stage it stands in: its age there.
    add column stage_at    timestamptz,
    -- From then on it will be late even if every stage to come takes no longer than it is allowed.
    add column late_at     timestamptz,
    add constraint held_is_on_hold check ((priority = 'hold') = (held_at is not null) and (held_at is null) = (held_from is null));

comment on column orders.due_at is 'When it has to be done; null where nothing is due, on hold for one.';

update orders set clock_from = coalesce(confirmed_at, placed_at), stage_at = updated_at, due_at = coalesce(promised_at, due_at)
    where stage is not null and status in ('pending', 'confirmed', 'processing');
update orders set due_at = null where status not in ('pending', 'confirmed', 'processing');

create index orders_late on orders (late_at) where status in ('pending', 'confirmed', 'processing');
create index orders_held on orders (held_at) where held_at is not null;
create index orders_rush on orders (placed_at desc, id desc) where priority = 'rush';

alter table workflow
    -- Who saved it; null: shipped with Clew.
    add column saved_by text;

-- Orders of older versions on their way to a newer one: a row per run, and one per order that was refused.
create table workflow_move (
    id          uuid primary key,
    -- The version they go to.
    workflow_id uuid not null references workflow,
    -- Where a stage that is no more leads: {"old_stage": "new_stage"}.
    mapping     jsonb not null,
    asked_by    text not null,
    asked_at    timestamptz not null,
    -- The order looked at last: runs go by id.
    reached     uuid,
    -- How many there were when it began.
    total       bigint not null,
    moved       bigint not null default 0,
    refused     bigint not null default 0,
    done_at     timestamptz
);
create index workflow_move_asked on workflow_move (asked_at desc);
-- One at a time for each version.
create unique index workflow_move_open on workflow_move (workflow_id) where done_at is null;

create table workflow_move_refusal (
    move_id  uuid not null references workflow_move on delete cascade,
    order_id uuid not null references orders,
    reason   jsonb not null,
    primary key (move_id, order_id)
);

create index orders_workflow on orders (workflow_id, id);
