-- Why: what a customer asks of whoever brings their parcel, until it is out for delivery, and that they say it never came. The words stand here
-- alone, where they can be changed: they are about neighbours and hiding places, and a history keeps everything for ever (ADR 0050).

create table delivery_wish (
    order_id     uuid primary key references orders,
    way          text not null check (way in ('none', 'safe_place', 'neighbour', 'in_person')),
    -- Which place, which neighbour.
    note         text not null check (length(note) <= 120),
    instructions text not null check (length(instructions) <= 300),
    changed_at   timestamptz not null,
    constraint named_where_it_applies check ((way in ('safe_place', 'neighbour')) = (note <> ''))
);

-- Said once for an order: whatever follows is between people.
create table not_received (
    order_id uuid primary key references orders,
    told_at  timestamptz not null
);

-- Both, and where the answer goes, as an order's customer page reads them.
create view handover as
select o.id as order_id, coalesce(w.way, 'none') as way, coalesce(w.note, '') as note, coalesce(w.instructions, '') as instructions,
       n.told_at, o.email
from orders o left join delivery_wish w on w.order_id = o.id left join not_received n on n.order_id = o.id;
