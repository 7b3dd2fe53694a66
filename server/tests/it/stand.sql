-- Orders of the print factory that stand in a stage, each with an event per version: how many, in which stage, with which status, after so many steps.
with made as (
    insert into orders (id, number, workflow_id, stage, status, payment, version, language, currency, subtotal, shipping, total,
        customer_name, email, email_hash, address, success_url, cancel_url, placed_at, confirmed_at, updated_at)
    select gen_random_uuid(), lpad(((select count(*) from orders) + n)::text, 10, '0'), w.id, $2, $3::order_status, 'paid', 2 + $4, 'en',
        'EUR', 1000, 0, 1000, 'Ana ' || n, 'ana' || n || '@customer.test', decode('00', 'hex'),
        '{"line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES"}',
        'http://shop.test', 'http://shop.test', now() - n * interval '1 second', now(), now()
    from generate_series(1, $1) n, workflow w where w.key = 'print-factory'
    returning id, total),
paid as (
    insert into payment (id, order_id, status, amount, currency, captured, created_at, updated_at)
    select gen_random_uuid(), id, 'paid', total, 'EUR', total, now(), now() from made)
insert into event (order_id, version, kind, from_status, to_status, stage, source, visibility, payload, occurred_at, recorded_at)
select made.id, v, (array['order_placed', 'payment_succeeded', 'stage_entered', 'stage_entered', 'stage_entered'])[v],
    (array[null, 'pending', 'confirmed', 'processing', 'shipped']::order_status[])[v],
    (array['pending', 'confirmed', 'processing', 'shipped', 'delivered']::order_status[])[v],
    (array[null, 'new', 'in_production', 'shipped', 'delivered'])[v], 'system', 'internal', '{}', now(), now()
from made, generate_series(1, 2 + $4) v
