-- Why: a line's id was drawn before it waited for its product's lock, so of two at once the later one could stand first, and the newest
-- line's balance was not what is on the shelf. Drawn under the lock, ids follow the order in which pieces moved.

create or replace function book_movement() returns trigger language plpgsql as $$
begin
    update product set on_hand = on_hand + new.quantity where sku = new.sku returning on_hand into new.balance;
    new.id := nextval(pg_get_serial_sequence('stock_movement', 'id'));
    return new;
end $$;
