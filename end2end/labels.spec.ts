// From the rate that somebody chooses at checkout to the parcel at their door: one label, one paper, and every scan of
// the carrier on both open pages.
import { CustomerPage } from './support/customer';
import { expectNoReload, mark } from './support/marker';
import type { Office } from './support/office';
import { hrefs } from './support/sandbox';
import type { Placed, Rate, Storefront } from './support/shop';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';
import { like, say } from './support/words';

// The carriers' clock is turned: every parcel of the sandbox moves with it.
test.use({ ownShop: true });

/** How soon an open window shows what a carrier said. */
const LIVE = { timeout: 5_000 };

async function chosen(storefront: Storefront, carrier: string): Promise<Rate> {
  const rate = (await storefront.rates()).find((rate) => rate.carrierName === carrier);
  if (!rate) throw new Error(`${carrier} offers nothing`);
  return rate;
}

/** The label's mark on the order page. */
function label(office: Office, word: string) {
  return office.marked(office.parcels.locator('.label'), say('en', `label-${word}`));
}

async function expectPaper(office: Office): Promise<void> {
  const paper = office.link(say('en', 'admin-label-print'));
  await expect(paper).toHaveAttribute('target', '_blank');
  const answer = await office.page.request.get((await paper.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
}

test('a rate is chosen and paid, its label bought, and both windows follow the parcel to the door', async ({ storefront, sandbox, office, newWindow }) => {
  const rate = await test.step('the storefront shows what sending costs, and the customer chooses', () => chosen(storefront, 'UPS'));
  const order = await storefront.place({ rate });

  const page = await newWindow();
  const customer = new CustomerPage(page);
  await test.step('the customer pays the goods and the chosen way, and follows the order', async () => {
    await page.goto(order.checkoutUrl);
    await expect(page.getByRole('main')).toContainText(`${rate.carrierName} ${rate.service}`);
    await new Till(page).pay(GOOD_CARD);
    await page.getByRole('link', { name: say('en', 'customer-checkout-see') }).click();
    await expect(customer.headline).toHaveText(like('en', 'customer-promise-by'));
    await customer.untilLive();
    await mark(page);
  });

  const ana = await office(stage().ana);
  await test.step("staff buy the label at the customer's choice", async () => {
    await ana.openOrder(order.number);
    await ana.untilLive();
    await mark(ana.page);
    await ana.lookAtRates();
    const first = ana.page.locator('.rates label').first();
    await expect(first).toContainText(say('en', 'admin-rate-chosen'));
    await expect(first).toContainText(rate.service);
    await expect(first.getByRole('radio')).toBeChecked();
    expect(await sandbox.purchases(rate.shipmentId)).toEqual([]);
    await ana.button(say('en', 'admin-label-go')).click();
    await expect(label(ana, 'bought')).toBeVisible();
    await expect(ana.page).toHaveURL(`/admin/orders/${order.number}`);
    await expectNoReload(ana.page);
  });

  const [bought] = await sandbox.purchases(rate.shipmentId);
  const number = bought?.tracking_number ?? '';
  await test.step('its paper opens', () => expectPaper(ana));

  await test.step('a label is no parcel on its way: the customer reads "packed", and gets no mail', async () => {
    await expect(customer.headline).toHaveText(say('en', 'customer-promise-packed'), LIVE);
    await expect(customer.badge).not.toHaveText(say('en', 'status-shipped'));
    await expect(page.getByText(number)).toBeVisible();
    await expectNoReload(page);
    expect(await sandbox.mails(order, 1)).toHaveLength(1);
  });

  await test.step('the first scan: both windows say shipped, and the mail has number and link', async () => {
    await sandbox.clock(6);
    await expect(customer.badge).toHaveText(say('en', 'status-shipped'), LIVE);
    await expect(ana.status).toHaveText(say('en', 'status-shipped'), LIVE);
    await expect(customer.headline).toHaveText(like('en', 'customer-promise-expected'));
    await expect(customer.timeline.first()).toHaveText(say('en', 'customer-scan-under-way'));
    const mail = await sandbox.mail(order, 2);
    expect(mail.subject).toBe(say('en', 'notice-shipped-subject', { number: order.number }));
    expect(mail.text).toContain(number);
    const link = (await customer.carrierLink.getAttribute('href')) ?? '';
    expect(link).toContain(number);
    expect(mail.text).toContain(link);
    expect(hrefs(mail)).toContain(link);
  });

  await test.step('the last vehicle', async () => {
    await sandbox.clock(38);
    await expect(customer.headline).toHaveText(say('en', 'customer-promise-out-for-delivery'), LIVE);
    await expect(ana.status).toHaveText(say('en', 'status-out-for-delivery'), LIVE);
  });

  await test.step('the door', async () => {
    await sandbox.clock(4);
    await expect(customer.headline).toHaveText(like('en', 'customer-promise-delivered'), LIVE);
    await expect(ana.status).toHaveText(say('en', 'status-delivered'), LIVE);
    const mail = await sandbox.mail(order, 3);
    expect(mail.subject).toBe(say('en', 'notice-delivered-subject', { number: order.number }));
  });

  await expectNoReload(page);
  await expectNoReload(ana.page);
  expect(await sandbox.purchases(rate.shipmentId)).toHaveLength(1);
});

test('two people who press at once buy one label', async ({ storefront, sandbox, life, office }) => {
  const rate = await chosen(storefront, 'Correos');
  const order = await life.order('paid', { rate });
  const both = [await office(stage().ana), await office(stage().ion)];
  for (const one of both) {
    await one.openOrder(order.number);
    await one.untilLive();
    await one.lookAtRates();
  }
  await Promise.all(both.map((one) => one.button(say('en', 'admin-label-go')).dblclick()));
  for (const one of both) await expect(label(one, 'bought')).toBeVisible();
  expect(await sandbox.purchases(rate.shipmentId)).toHaveLength(1);
});

test('a purchase whose answer is lost is found again, and not made again', async ({ storefront, sandbox, life, office }) => {
  const rate = await chosen(storefront, 'UPS');
  const order = await life.order('paid', { rate });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  await sandbox.turn({ shippo: { only: 'POST /shippo/transactions', api_drop_reply: 1 } });
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(label(ana, 'bought')).toBeVisible();
  await expectPaper(ana);
  await sandbox.heal();
  expect(await sandbox.purchases(rate.shipmentId)).toHaveLength(1);
});

test('a rate that is not for sale any more costs nothing, and another one is offered', async ({ storefront, sandbox, life, office }) => {
  const rate = await chosen(storefront, 'UPS');
  const order = await life.order('paid', { rate });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  await sandbox.turn({ shippo: { rate_expired: 1 } });
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(label(ana, 'refused')).toContainText('Rate has expired');
  expect(await sandbox.purchases(rate.shipmentId)).toEqual([]);
  await expect(ana.page.locator('.order-head')).toContainText(say('en', 'attention-label-refused'));
  await ana.lookAtRates();
  await expect(ana.page.locator('.rates label').first()).toContainText(rate.service);
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(label(ana, 'bought')).toBeVisible();
  await expect(ana.page.locator('.order-head')).not.toContainText(say('en', 'attention-label-refused'));
});

test('a label given back leaves nothing with the customer', async ({ storefront, life, customer, office }) => {
  const order = await life.order('paid', { rate: await chosen(storefront, 'UPS') });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(label(ana, 'bought')).toBeVisible();
  await customer.open(order);
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-packed'));
  await customer.untilLive();
  await mark(customer.page);
  await ana.page.getByText(say('en', 'admin-label-void')).click();
  await ana.button(say('en', 'admin-label-void-go')).click();
  await expect(label(ana, 'voided')).toBeVisible();
  await expect(ana.link(say('en', 'admin-label-print'))).toHaveCount(0);
  await expect(customer.headline).not.toHaveText(say('en', 'customer-promise-packed'), LIVE);
  await expectNoReload(customer.page);
});

test('labels of several orders are bought together, each at the rate its customer chose', async ({ storefront, life, sandbox, office }) => {
  const rates = [await chosen(storefront, 'UPS'), await chosen(storefront, 'Correos')];
  const orders: Placed[] = [];
  for (const rate of rates) orders.push(await life.order('paid', { rate }));
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/orders?status=confirmed');
  await ana.untilLive();
  for (const { number } of orders) await ana.page.getByLabel(say('en', 'admin-pick-one', { name: number })).check();
  await ana.page.getByRole('button', { name: say('en', 'admin-pick-go') }).click();
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'admin-batch'));
  const rows = ana.page.locator('.entries > li');
  await expect(rows).toHaveCount(2);
  await ana.untilLive();
  await ana.button('Buy 2 labels').click();
  await expect(ana.marked(rows, say('en', 'label-bought'))).toHaveCount(2);
  for (const rate of rates) expect(await sandbox.purchases(rate.shipmentId)).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a label is bought, and its paper opens', async ({ storefront, sandbox, life, office }) => {
    const rate = await chosen(storefront, 'Correos');
    const order = await life.order('paid', { rate });
    const ion = await office(stage().ion);
    await ion.openOrder(order.number);
    await ion.lookAtRates();
    await ion.button(say('en', 'admin-label-go')).click();
    await expect(ion.page).toHaveURL(`/admin/orders/${order.number}`);
    await expect(async () => {
      await ion.page.reload();
      await expect(label(ion, 'bought')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectPaper(ion);
    expect(await sandbox.purchases(rate.shipmentId)).toHaveLength(1);
  });
});
