-- Why: what a shop sells, with its price and its variants, and why there are as many pieces of it as there are. Stock is a ledger: a
-- movement books itself into `product.on_hand` and nothing else can, so the two cannot drift apart, whatever the code does.

create type product_kind as enum ('garment', 'blank', 'dish', 'goods');

-- Variants of one thing (sizes, colours) are products with a group in common: one SKU is one thing that can be counted.
create table item_group (
    key        text primary key,
    name       text not null,
    updated_at timestamptz not null
);

alter table product
    add column item_group    text references item_group,
    add column kind          product_kind not null default 'goods',
    -- What tells the variants of a group apart: {"size": "M", "colour": "black"}.
    add column options       jsonb not null default '{}',
    -- Minor units of one; without a price nobody can buy it where we set the price.
    add column price         bigint check (price >= 0),
    add column currency      text check (currency ~ '^[A-Z]{3}$'),
    -- At or below this many pieces it is listed as low.
    add column reorder_point integer check (reorder_point >= 0),
    -- Whether our own order form shows it, and at which locations; at all of them where none is named.
    add column offered       boolean not null default false,
    add column locations     text[] not null default '{}',
    add constraint a_price_has_a_currency check ((price is null) = (currency is null)),
    add constraint only_the_priced_is_offered check (not offered or price is not null);
create index product_group on product (item_group) where item_group is not null;
create index product_low on product (sku) where on_hand <= reorder_point;
create index product_offered on product (sku) where offered;

create type movement_kind as enum ('order', 'release', 'count', 'receive', 'correction', 'waste');
create table stock_movement (
    id       bigint generated always as identity primary key,
    sku      text not null references product,
    kind     movement_kind not null,
    -- What came (above zero) or went; only a count may find what was expected.
    quantity integer not null check (quantity <> 0 or kind = 'count'),
    -- Pieces there were afterwards.
    balance  integer not null,
    order_id uuid references orders,
    source   source not null,
    actor    text,
    note     text,
    -- The key of the form that was sent: a second click under it is the same click.
    request_key text,
    at       timestamptz not null,
    unique (sku, request_key),
    constraint movements_go_their_way check (case kind
        when 'order' then quantity < 0
        when 'waste' then quantity < 0
        when 'release' then quantity > 0
        when 'receive' then quantity > 0
        else true end),
    constraint orders_move_for_an_order check ((kind in ('order', 'release')) = (order_id is not null))
);
create index stock_movement_sku on stock_movement (sku, id desc);
create index stock_movement_order on stock_movement (order_id) where order_id is not null;

-- What was there before the ledger is its first line.
insert into stock_movement (sku, kind, quantity, balance, source, at)
    select sku, 'count', on_hand, on_hand, 'system', updated_at from product where on_hand <> 0;

-- The product's row is locked by the update until the transaction ends: concurrent movements wait, and each sees the balance before it.
-- Movements are never inserted with `on conflict`: a row that is then dropped would have been booked.
create function book_movement() returns trigger language plpgsql as $$
begin
    update product set on_hand = on_hand + new.quantity where sku = new.sku returning on_hand into new.balance;
    return new;
end $$;
create trigger movement_books_itself before insert on stock_movement for each row execute function book_movement();
create trigger movement_is_immutable before update or delete on stock_movement for each row execute function refuse_rewrite();

create function refuse_unbooked_stock() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.on_hand <> 0 then
            raise exception 'a product begins with no pieces; stock_movement brings them' using errcode = 'integrity_constraint_violation';
        end if;
    -- Within the trigger of a movement the depth is two.
    elsif new.on_hand <> old.on_hand and pg_trigger_depth() < 2 then
        raise exception 'product.on_hand changes through stock_movement only' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger stock_is_booked before insert or update of on_hand on product for each row execute function refuse_unbooked_stock();
-- What a studio makes of a line.
create type technique as enum ('dtg', 'screen', 'embroidery');
alter table order_item
    add column size       text check (size <> ''),
    add column technique  technique,
    -- The design as its maker published it. Never fetched by us and never loaded by a page: shown as a link (ADR 0022).
    add column design_url text;

alter table orders
    -- What the buyer asked for, in the buyer's words.
    add column notes text;

-- Whether a program with this key may also do what an operator does.
alter table api_key
    add column operator boolean not null default false;
