// What staff see when the world outside breaks: what waits is listed, orders still move, and all of it completes by itself.
import { inspect } from './support/axe';
import { expectNoReload, mark } from './support/marker';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

// Providers are switched off: nobody else's tests must need them.
test.use({ ownShop: true });

test.afterEach(({ sandbox }) => sandbox.heal());

/** A provider that did not answer is left alone for half a minute, and asked again within another. */
const BACK = { timeout: 100_000 };

test('while Stripe is down refunds wait and orders move; when it is back all completes by itself', async ({ life, desk, sandbox, office }) => {
  test.setTimeout(300_000);
  const order = await life.order('paid');
  const other = await life.order('processing');
  const { payment_intent } = await desk.order(order.number);
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await mark(ana.page);
  const ion = await office(stage().ion);
  await ion.page.goto('/admin/attention');
  await ion.untilLive();
  await mark(ion.page);
  const stripe = ion.page.getByRole('region', { name: say('en', 'admin-providers') }).getByRole('listitem').filter({ hasText: 'stripe' });
  await expect(stripe).toContainText(say('en', 'admin-provider-well'));

  await sandbox.turn({ down: true });
  await test.step('a refund is kept, and says that it waits', async () => {
    await ana.reviewRefund('9.90');
    await ana.button(say('en', 'admin-refund-go', { name: '€9.90' })).click();
    const entry = ana.payment.locator('.entries > li');
    await expect(entry).toContainText(say('en', 'refund-pending'));
    await expect(entry).toContainText(say('en', 'admin-stripe-waits'), { timeout: 40_000 });
    await expect(ana.payment.locator('dl')).toContainText(say('en', 'payment-paid'));
    await inspect(ana.page, 'staff-order-refund-waits');
  });

  await test.step('the page of what needs attention says so by itself', async () => {
    await expect(stripe).not.toContainText(say('en', 'admin-provider-well'), { timeout: 40_000 });
    await expect(stripe).toContainText('1 task waits for it.');
    await expectNoReload(ion.page);
    await inspect(ion.page, 'staff-attention-stripe-down');
  });

  await test.step('orders still move', async () => {
    await desk.ship(other.number);
    expect((await desk.order(other.number)).status).toBe('shipped');
    await sandbox.mails(other, 2);
    await desk.advance(order.number, 'in_production');
    await expect(ana.status).toHaveText(say('en', 'status-processing'));
  });

  expect(await sandbox.refunds(payment_intent ?? '')).toEqual([]);
  await sandbox.heal();
  await test.step('back up: nobody has to do anything', async () => {
    await expect(ana.payment.locator('.entries > li')).toContainText(say('en', 'refund-succeeded'), BACK);
    await expect(ana.payment.locator('.entries > li')).not.toContainText(say('en', 'admin-stripe-waits'));
    await expect(stripe).toContainText(say('en', 'admin-provider-well'), { timeout: 40_000 });
    await expect(stripe).toContainText('Nothing waits for it.');
    await expectNoReload(ana.page);
    await expectNoReload(ion.page);
    expect((await sandbox.refunds(payment_intent ?? '')).map((refund) => refund.amount)).toEqual([990]);
    expect(await sandbox.mails(order, 2)).toHaveLength(2);
  });
});

test('while Shippo is down a label waits, and is bought once when it is back', async ({ life, storefront, sandbox, office }) => {
  test.setTimeout(180_000);
  const [rate] = await storefront.rates();
  const order = await life.order('paid', { rate });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  await sandbox.turn({ shippo: { down: true } });
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(ana.parcels.locator('.label')).toContainText(say('en', 'label-intended'));
  await inspect(ana.page, 'staff-order-label-waits');
  expect(await sandbox.purchases(rate?.shipmentId)).toEqual([]);
  await sandbox.heal();
  await expect(ana.parcels.locator('.label')).toContainText(say('en', 'label-bought'), BACK);
  expect(await sandbox.purchases(rate?.shipmentId)).toHaveLength(1);
});

test('a label of which nobody knows whether it was bought says so, and is not bought again', async ({ life, storefront, sandbox, office }) => {
  const [rate] = await storefront.rates();
  const order = await life.order('paid', { rate });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  // Shippo breaks in the middle, and knows of no purchase afterwards.
  await sandbox.turn({ shippo: { only: 'POST /shippo/transactions', api_5xx: 1 } });
  await ana.button(say('en', 'admin-label-go')).click();
  const label = ana.parcels.locator('.label');
  await expect(label).toContainText(say('en', 'label-unknown'));
  await expect(label).toContainText(say('en', 'admin-label-unknown-what'));
  await expect(ana.page.locator('.order-head')).toContainText(say('en', 'attention-label-unknown'));
  await expect(ana.link(say('en', 'admin-label-buy'))).toHaveCount(0);
  await inspect(ana.page, 'staff-order-label-unknown');

  const ion = await office(stage().ion);
  await ion.page.goto('/admin');
  await ion.untilLive();
  await ion.page.getByRole('navigation').getByRole('link', { name: new RegExp(say('en', 'admin-attention')) }).click();
  const alert = ion.page.locator('.alerts > li').filter({ hasText: order.number });
  await expect(alert).toContainText(say('en', 'attention-label-unknown'));
  await inspect(ion.page, 'staff-attention-alerts');
  await alert.getByRole('link', { name: order.number }).click();
  await expect(ion.page).toHaveURL(`/admin/orders/${order.number}`);

  await ana.button(say('en', 'admin-label-look')).click();
  await expect(ana.parcels.getByText(say('en', 'admin-label-looked'))).toBeVisible();
  await expect(label).toContainText(say('en', 'label-unknown'));
  expect(await sandbox.purchases(rate?.shipmentId)).toEqual([]);
});

test('an alarm that somebody has dealt with goes, and its order keeps who did', async ({ life, customer, office }) => {
  const order = await life.order('delivered');
  await customer.open(order);
  await customer.page.locator('#change').click();
  await customer.page.getByRole('button', { name: say('en', 'customer-ask-return-do') }).click();
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/attention');
  await ana.untilLive();
  const alert = ana.page.locator('.alerts > li').filter({ hasText: order.number });
  await alert.getByRole('button', { name: say('en', 'admin-alert-clear') }).click();
  await expect(alert).toHaveCount(0);
  await ana.openOrder(order.number);
  await expect(ana.timeline.first()).toContainText(say('en', 'event-alert-cleared'));
  await expect(ana.timeline.first()).toContainText('Ana Ruiz');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a webhook is found, read as it came, and heard again without effect', async ({ life, desk, sandbox, office }) => {
      const order = await life.order('paid');
      const told = (await sandbox.told(order)).find((event) => event.type === 'checkout.session.completed');
      const { version } = await desk.order(order.number);
      const ana = await office(stage().ana);
      const { page } = ana;
      await page.goto('/admin/inbox');
      if (javaScriptEnabled) await ana.untilLive();
      const rows = page.locator('table.webhooks').first().locator('tbody tr');
      await page.locator('#order').fill(order.number);
      await page.locator('#provider').selectOption('stripe');
      await page.getByRole('button', { name: say('en', 'admin-filter-go'), exact: true }).click();
      await expect(page).toHaveURL(/order=/);
      await expect(rows.filter({ hasNotText: order.number })).toHaveCount(0);
      await page.locator('#event').fill(told?.id ?? '');
      await page.getByRole('button', { name: say('en', 'admin-filter-go'), exact: true }).click();
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText('checkout.session.completed');
      await rows.getByRole('link', { name: told?.id }).click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'admin-body'));
      const body = JSON.parse((await page.locator('pre.body').textContent()) ?? '') as { id: string; data: { object: { id: string } } };
      expect([body.id, body.data.object.id]).toEqual([told?.id, order.session]);
      await page.getByRole('button', { name: say('en', 'admin-replay-one') }).click();
      if (javaScriptEnabled) await expect(page.getByText(say('en', 'admin-replayed'))).toBeVisible();
      await expect(async () => {
        await page.goto(`/admin/inbox?event=${told?.id}`);
        await expect(rows).toContainText(say('en', 'inbox-state-processed'), { timeout: 500 });
      }).toPass();
      expect((await desk.order(order.number)).version).toBe(version);
      expect(await sandbox.mails(order, 1)).toHaveLength(1);
    });
  });
}
