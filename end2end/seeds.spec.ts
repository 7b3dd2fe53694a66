// The five businesses Clew was asked for, side by side in one installation: each works an order to its end with its own buttons, and the
// customer's page and a colleague's window follow without a reload.
import { randomUUID } from 'node:crypto';
import { expectNoReload, mark } from './support/marker';
import type { CustomerPage } from './support/customer';
import type { Desk } from './support/desk';
import type { Office } from './support/office';
import type { Sandbox } from './support/sandbox';
import type { Placed, Storefront } from './support/shop';
import { expect, stage, test } from './support/test';

/** How soon an open window shows what happened elsewhere. */
const LIVE = { timeout: 5_000 };

interface Press {
  /** The button, in the words of the business. */
  button: string;
  /** What the customer reads then. */
  customer: string;
  /** What staff read then. */
  status: string;
}

interface Seed {
  /** The user's document. */
  seed: string;
  place: (storefront: Storefront) => Promise<Placed>;
  paid: string;
  way: Press[];
}

const SEEDS: Seed[] = [
  {
    seed: 'print-factory-review: a print factory',
    place: (storefront) => storefront.place({ workflow: 'print-factory' }),
    paid: 'Confirmed',
    way: [
      { button: 'Start production', customer: 'Being printed', status: 'In production' },
      { button: 'Mark shipped', customer: 'On its way', status: 'Shipped' },
      { button: 'Mark delivered', customer: 'Delivered', status: 'Delivered' },
    ],
  },
  {
    seed: 'order-processing-backend: a shop that sends parcels',
    place: (storefront) => storefront.place({ workflow: 'standard' }),
    paid: 'Confirmed',
    way: [
      { button: 'Start work', customer: 'Being prepared', status: 'In production' },
      { button: 'Mark shipped', customer: 'On its way', status: 'Shipped' },
      { button: 'Mark delivered', customer: 'Delivered', status: 'Delivered' },
    ],
  },
  {
    seed: 'order-status-updates: a subscription, two rounds of it',
    place: (storefront) => storefront.place({ workflow: 'subscription' }),
    paid: 'Confirmed',
    way: [
      { button: 'Start this delivery', customer: 'Your delivery is being prepared', status: 'In production' },
      { button: 'Sent, plan the next one', customer: 'Your next delivery is planned', status: 'Confirmed' },
      { button: 'Start this delivery', customer: 'Your delivery is being prepared', status: 'In production' },
      { button: 'Mark the last delivery made', customer: 'Your subscription has ended', status: 'Delivered' },
    ],
  },
  {
    seed: 'production-orders: a studio prints a design on shirts',
    place: async (storefront) => {
      const garment = `TEE-${randomUUID().slice(0, 8)}`;
      await storefront.put(garment, { name: 'Classic tee M', onHand: 5, kind: 'garment', options: { size: 'M' }, price: 2599, currency: 'EUR' });
      return storefront.produce({ garment });
    },
    paid: 'Spec review',
    way: [
      { button: 'Approve', customer: 'Waiting for the printer', status: 'Confirmed' },
      { button: 'Start printing', customer: 'Being printed', status: 'In production' },
      { button: 'Start finishing', customer: 'Being finished and checked', status: 'In production' },
      { button: 'Mark ready', customer: 'Ready and on its way', status: 'Shipped' },
      { button: 'Hand over', customer: 'You have it', status: 'Delivered' },
    ],
  },
  {
    seed: 'restaurant-order-flow: a kitchen',
    place: (storefront) => storefront.place({ workflow: 'kitchen' }),
    paid: 'Confirmed',
    way: [
      { button: 'Start preparing', customer: 'Being prepared', status: 'In production' },
      { button: 'Mark ready', customer: 'Ready', status: 'Out for delivery' },
      { button: 'Complete order', customer: 'Handed over', status: 'Delivered' },
    ],
  },
];

async function openBoth(order: Placed, customer: CustomerPage, office: Office): Promise<void> {
  await customer.open(order);
  await customer.untilLive();
  await mark(customer.page);
  await office.openOrder(order.number);
  await office.untilLive();
}

for (const { seed, place, paid, way } of SEEDS) {
  test(seed, async ({ storefront, sandbox, customer, office }) => {
    const order = await place(storefront);
    await sandbox.pay(order);
    await sandbox.mails(order, 1);
    const [ana, ion] = [await office(stage().ana), await office(stage().ion)];
    await openBoth(order, customer, ana);
    await ion.openOrder(order.number);
    await ion.untilLive();
    await mark(ion.page);
    await expect(ana.status).toHaveText(paid);
    for (const press of way) {
      await ana.button(press.button).click();
      await expect(customer.currentStep).toHaveText(press.customer, LIVE);
      for (const one of [ana, ion]) await expect(one.status).toHaveText(press.status, LIVE);
    }
    await expectNoReload(customer.page);
    await expectNoReload(ion.page);
  });
}

async function held(storefront: Storefront, sandbox: Sandbox, desk: Desk): Promise<{ order: Placed; intent: string }> {
  const order = await storefront.place({ workflow: 'kitchen' });
  await sandbox.pay(order);
  await sandbox.mails(order, 1);
  const intent = (await desk.order(order.number)).payment_intent ?? '';
  expect(await sandbox.intent(intent)).toMatchObject({ status: 'requires_capture', amount_received: 0 });
  return { order, intent };
}

test('a kitchen takes the money on "Start preparing", and not before', async ({ storefront, sandbox, desk, office }) => {
  const { order, intent } = await held(storefront, sandbox, desk);
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.button('Start preparing').click();
  await expect.poll(() => sandbox.intent(intent)).toMatchObject({ status: 'succeeded', amount_received: 5980 });
  await expect(ana.payment).toContainText('Paid', LIVE);
});

test('what a kitchen only held goes free when the order is called off', async ({ storefront, sandbox, desk }) => {
  const { order, intent } = await held(storefront, sandbox, desk);
  await desk.cancel(order.number);
  await expect.poll(() => sandbox.intent(intent)).toMatchObject({ status: 'canceled', amount_received: 0 });
  expect(await sandbox.refunds(intent)).toEqual([]);
});
