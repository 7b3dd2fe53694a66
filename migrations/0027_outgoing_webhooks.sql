-- Why: other programs hear what happens to orders, in the order in which it happened, and nothing of it is lost while they are away. A message
-- is a row per endpoint and event, written in the event's own transaction by a trigger: no way of recording an event can forget it.

create table webhook_endpoint (
    id            uuid primary key,
    url           text not null,
    description   text not null,
    -- Kinds of events; empty: all.
    event_types   text[] not null,
    payload       text not null check (payload in ('thin', 'full')),
    created_at    timestamptz not null,
    -- Null: enabled. Messages are written all the same, and wait.
    disabled_at   timestamptz,
    disabled_because text check (disabled_because in ('person', 'failing', 'gone')),
    check ((disabled_at is null) = (disabled_because is null)),
    -- It said when it wants to hear again.
    paused_until  timestamptz,
    -- Failures in a row, and since when there were only failures.
    failures      integer not null default 0,
    failing_since timestamptz,
    succeeded_at  timestamptz,
    warned_at     timestamptz
);

-- Two are active while one is being replaced. Sealed: a stolen database signs nothing.
create table webhook_secret (
    id          uuid primary key,
    endpoint_id uuid not null references webhook_endpoint on delete cascade,
    sealed      bytea not null,
    created_at  timestamptz not null,
    -- Null: until it is replaced.
    ends_at     timestamptz
);
create index webhook_secret_of on webhook_secret (endpoint_id, created_at desc);

create table webhook_message (
    -- `webhook-id`, the same at every attempt and when it is sent again.
    id              uuid primary key,
    endpoint_id     uuid not null references webhook_endpoint on delete cascade,
    -- Null: a test.
    order_id        uuid references orders,
    -- The order's version.
    sequence        bigint,
    type            text not null,
    occurred_at     timestamptz not null,
    created_at      timestamptz not null,
    -- As it is sent, to the byte.
    body            text not null,
    state           text not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'skipped')),
    -- Of this round: sending it again begins a new one.
    attempts        integer not null default 0,
    first_attempt_at timestamptz,
    next_attempt_at timestamptz not null,
    -- Who dies leaves its lease to run out; who lost it writes nothing.
    lease_token     uuid,
    lease_until     timestamptz,
    ended_at        timestamptz,
    check ((order_id is null) = (sequence is null)),
    foreign key (order_id, sequence) references event (order_id, version),
    unique (endpoint_id, order_id, sequence)
);
create index webhook_message_due on webhook_message (endpoint_id, next_attempt_at) where state = 'pending';
-- What stands in the way of an order's later messages.
create index webhook_message_line on webhook_message (endpoint_id, order_id, sequence) where state in ('pending', 'failed');
create index webhook_message_leased on webhook_message (endpoint_id) where lease_until is not null;
create index webhook_message_log on webhook_message (endpoint_id, created_at desc, id desc);
create index webhook_message_ended on webhook_message (ended_at) where ended_at is not null;
alter table webhook_message set (autovacuum_vacuum_scale_factor = 0.02);

-- The log: what was sent, and what was answered.
create table webhook_attempt (
    id           bigint generated always as identity primary key,
    message_id   uuid not null references webhook_message on delete cascade,
    at           timestamptz not null,
    url          text not null,
    headers      jsonb not null,
    -- Milliseconds.
    took         integer not null,
    status       smallint,
    -- Why it counts as failed, a stable word; null: it was taken.
    reason       text,
    -- Our words, or the network's, beside the reason.
    detail       text,
    -- The first 4 KB of the answer.
    answer       text not null
);
create index webhook_attempt_of on webhook_attempt (message_id, id);
create index webhook_attempt_at on webhook_attempt (at);

-- An alarm may be about an endpoint.
alter table alert add column endpoint_id uuid references webhook_endpoint on delete cascade;
drop index alert_open;
create unique index alert_open on alert (coalesce(order_id, '00000000-0000-0000-0000-000000000000'), coalesce(provider, ''),
    coalesce(endpoint_id, '00000000-0000-0000-0000-000000000000'), kind) where cleared_at is null;

create function webhook_time(moment timestamptz) returns text language sql immutable parallel safe as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

create function webhook_number(number text) returns text language sql immutable parallel safe as $$
    select substr(number, 1, 5) || '-' || substr(number, 6)
$$;

-- An order as it stands, in the API's words. No provider's ids, no links that open something, no notes of staff's.
create function webhook_order(of uuid) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'number', webhook_number(o.number), 'reference', o.reference, 'version', o.version,
        'status', o.status, 'stage', o.stage, 'payment', o.payment, 'priority', o.priority,
        'workflow', w.key, 'location', o.location, 'language', o.language, 'gift', o.gift,
        'customer', jsonb_build_object('name', o.customer_name, 'email', o.email, 'phone', o.phone),
        'address', o.address,
        'currency', o.currency, 'subtotal', o.subtotal, 'shipping', o.shipping, 'total', o.total, 'shippingName', o.shipping_choice,
        'captured', coalesce(p.captured, 0),
        'refunded', (select coalesce(sum(r.amount), 0) from refund r where r.order_id = o.id and r.status = 'succeeded'),
        'placedAt', webhook_time(o.placed_at), 'confirmedAt', webhook_time(o.confirmed_at), 'shippedAt', webhook_time(o.shipped_at),
        'deliveredAt', webhook_time(o.delivered_at), 'cancelledAt', webhook_time(o.cancelled_at), 'returnedAt', webhook_time(o.returned_at),
        'dueAt', webhook_time(o.due_at), 'promisedAt', webhook_time(o.promised_at),
        'items', (select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'quantity', i.quantity, 'unitAmount', i.unit_amount,
                'options', i.options, 'sku', i.sku) order by i.position), '[]')
            from order_item i where i.order_id = o.id),
        'parcels', (select coalesce(jsonb_agg(jsonb_build_object('position', b.position, 'direction', b.direction, 'carrier', b.carrier,
                'trackingNumber', b.tracking_number, 'trackingUrl', b.tracking_url, 'tracking', b.tracking, 'eta', b.eta)
                order by b.position), '[]')
            from parcel b where b.order_id = o.id and b.voided_at is null),
        'refunds', (select coalesce(jsonb_agg(jsonb_build_object('amount', r.amount, 'currency', r.currency, 'reason', r.reason,
                'status', r.status, 'createdAt', webhook_time(r.created_at)) order by r.created_at, r.id), '[]')
            from refund r where r.order_id = o.id))
    from orders o join workflow w on w.id = o.workflow_id left join payment p on p.order_id = o.id
    where o.id = of
$$;

-- What is sent about an event: Standard Webhooks' `type`, `timestamp` and `data`.
create function webhook_body(said event, whole boolean) returns text language sql stable as $$
    select jsonb_build_object('type', said.kind, 'timestamp', webhook_time(said.occurred_at), 'data',
        jsonb_build_object('number', webhook_number(o.number), 'reference', o.reference, 'sequence', said.version,
            'occurredAt', webhook_time(said.occurred_at))
        || case when whole then jsonb_build_object('recordedAt', webhook_time(said.recorded_at), 'from', said.from_status, 'to', said.to_status,
            'stage', said.stage, 'source', said.source, 'visibility', said.visibility, 'order', webhook_order(o.id))
            else '{}' end)::text
    from orders o where o.id = said.order_id
$$;

-- At the commit, when the order stands as the event left it. One that comes behind another of its order is not looked at before that one: a hint
-- for whoever looks for work, no more (`domain/src/outbox/claim.sql` holds the line).
create function webhook_hear() returns trigger language plpgsql as $$
begin
    insert into webhook_message (id, endpoint_id, order_id, sequence, type, occurred_at, created_at, body, next_attempt_at)
    select gen_random_uuid(), e.id, new.order_id, new.version, new.kind, new.occurred_at, new.recorded_at,
        webhook_body(new, e.payload = 'full'),
        greatest(new.recorded_at, (select max(before.next_attempt_at) from webhook_message before
            where before.endpoint_id = e.id and before.order_id = new.order_id and before.state in ('pending', 'failed')))
    from webhook_endpoint e
    where e.event_types = '{}' or new.kind = any(e.event_types);
    return null;
end
$$;
create constraint trigger webhook_hears_events after insert on event deferrable initially deferred
    for each row execute function webhook_hear();
