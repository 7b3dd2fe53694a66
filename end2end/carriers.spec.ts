// A week of twelve parcels with four carriers, told within a minute: a tenth of the news is lost, a tenth comes twice, all of it in any
// order. Three customers look on.
import { inspect } from './support/axe';
import { CustomerPage } from './support/customer';
import { expectNoReload, mark } from './support/marker';
import type { Journey } from './support/sandbox';
import type { Placed } from './support/shop';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

// The carriers' clock is turned, and their news is disturbed.
test.use({ ownShop: true, ownCarriers: true });

const WEEK = 168;
const CARRIERS = [
  ['fedex', 'fedex'],
  ['ups', 'ups'],
  ['dhl_express', 'dhl'],
  ['correos', 'correos'],
] as const;
const NUMBERS = [
  ['986578788855', '1Z12345E0205271688', '3318810025', 'RR123456785ES'],
  ['477179081230', '1Z12345E6605272234', '3318810036', 'PQ4F6P0704213180128014R'],
  ['799531274483', '1Z12345E0305271640', '3318810040', 'PQ4F6P0704213190128014C'],
] as const;

type Said = [after: number, state: string, until?: number];
const PLAIN: Said[] = [[4, 'picked_up'], [28, 'in_transit'], [50, 'out_for_delivery'], [54, 'delivered']];
const SCRIPTS: Said[][][] = [
  [PLAIN, PLAIN, PLAIN, PLAIN],
  [
    [[4, 'picked_up'], [30, 'customs']],
    [[4, 'picked_up'], [30, 'in_transit'], [60, 'available_for_pickup', 280]],
    [[4, 'picked_up'], [60, 'in_transit'], [150, 'in_transit']],
    PLAIN,
  ],
  [PLAIN, [[4, 'picked_up'], [50, 'returning']], [[4, 'picked_up'], [40, 'failed']], [[4, 'picked_up'], [30, 'address_problem']]],
];
/** Where each of an order's boxes is at the end, in the customer's words. */
const ENDS = [
  ['customer-scan-delivered', 'customer-scan-delivered', 'customer-scan-delivered', 'customer-scan-delivered'],
  ['customer-promise-customs', 'customer-promise-pickup', 'customer-scan-under-way', 'customer-scan-delivered'],
  ['customer-scan-delivered', 'customer-promise-comes-back', 'customer-promise-exception', 'customer-promise-address'],
];

/** What happened last week becomes known an hour after the other, as the carriers' clock is turned. */
function journey(carrier: Journey['carrier'], number: string, said: Said[]): Journey {
  const script = said.map(([after, state, until], nth) => ({ after, state, until, late: WEEK - after + nth + 1 }));
  return { carrier, number, ago: WEEK, script };
}

test('three customers follow a week of twelve parcels, whatever becomes of the news', async ({ life, sandbox, desk, office, newWindow }) => {
  test.setTimeout(180_000);
  const luck = { lose_percent: 10, duplicate_percent: 10, shuffle_percent: 100, seed: 12 };
  await sandbox.turn({ fedex: luck, ups: luck, dhl: luck });

  const orders: Placed[] = [];
  const customers: CustomerPage[] = [];
  for (const [nth, scripts] of SCRIPTS.entries()) {
    const order = await life.order('processing');
    for (const [box, [key, carrier]] of CARRIERS.entries()) {
      const number = NUMBERS[nth]?.[box] ?? '';
      await sandbox.journey(journey(carrier, number, scripts[box] ?? []));
      await desk.addParcel(order.number, { carrier: key, tracking_number: number });
    }
    const customer = new CustomerPage(await newWindow());
    await customer.open(order);
    await customer.untilLive();
    await mark(customer.page);
    orders.push(order);
    customers.push(customer);
  }

  await test.step('the week passes, and the pages move by themselves', async () => {
    for (let hour = 0; hour < 4; hour += 1) {
      await sandbox.clock(1);
      if (hour === 0) for (const { badge } of customers) await expect(badge).toHaveText(say('en', 'status-shipped'), { timeout: 30_000 });
    }
  });

  await test.step('what was lost is asked for', async () => {
    for (const { number } of orders) await desk.askCarriers(number);
  });

  await test.step('each box is where the script has it, on pages that were never loaded again', async () => {
    for (const [nth, customer] of customers.entries()) {
      const places = customer.page.locator('.parcels .where');
      await expect(places).toHaveText((ENDS[nth] ?? []).map((key) => say('en', key)), { timeout: 20_000 });
      await expectNoReload(customer.page);
    }
    await expect(customers[0]?.headline ?? fail()).toHaveText(like('en', 'customer-promise-delivered'));
  });

  await test.step('the way, in towns, and no scan twice', async () => {
    for (const [nth, customer] of customers.entries()) {
      const scans = (SCRIPTS[nth] ?? []).flat().length;
      await customer.page.locator('#earlier-sum').click();
      await expect(customer.page.locator('.timeline .raw')).toHaveCount(scans);
    }
  });

  await test.step('staff read what needs them, with the one thing to do', async () => {
    const ana = await office(stage().ana);
    await ana.page.goto('/admin/attention');
    const alarms = ana.page.getByRole('main');
    await expect(alarms).toContainText(say('en', 'track-alarm-held-in-customs'));
    await expect(alarms).toContainText(say('en', 'track-alarm-returned'));
    await ana.openOrder(orders[2]?.number ?? '');
    await expect(ana.parcels).toContainText('UPS');
    await inspect(ana.page, 'carriers-order');
  });
  await inspect(customers[1]?.page ?? fail(), 'carriers-customer');
});

function fail(): never {
  throw new Error('three customers were opened');
}
