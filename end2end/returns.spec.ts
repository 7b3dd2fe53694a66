// Something comes back: asked for by whoever bought it, received with what of it can be sold again, and paid back.
import { expectNoReload, mark } from './support/marker';
import type { Placed } from './support/shop';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

const LIVE = { timeout: 5_000 };

interface World {
  storefront: { put: (sku: string, product: { name: string; onHand: number }) => Promise<number>; place: (wish: object) => Promise<Placed> };
  life: { step: (order: Placed, step: 'paid' | 'processing' | 'shipped' | 'delivered') => Promise<void> };
}

/** An order that has arrived: two of three mugs. */
async function arrived({ storefront, life }: World, sku: string): Promise<Placed> {
  await storefront.put(sku, { name: 'Mug', onHand: 3 });
  const items = [{ name: 'Mug', quantity: 2, unitAmount: 1400, sku }];
  const order = await storefront.place({ items });
  for (const step of ['paid', 'processing', 'shipped', 'delivered'] as const) await life.step(order, step);
  return order;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a return is asked for, received with what can be sold again, and refunded', async ({ storefront, life, desk, sandbox, customer, office }) => {
      const sku = `BACK-${javaScriptEnabled ? 'js' : 'plain'}`;
      const order = await arrived({ storefront, life }, sku);
      const { page } = customer;
      /** Without JavaScript nothing changes by itself. */
      const look = async (other = page) => {
        if (!javaScriptEnabled) await other.reload();
      };

      await test.step('the customer asks, and says why', async () => {
        await customer.open(order);
        await page.locator('#change').click();
        await expect(customer.headline).toHaveText(say('en', 'customer-ask-return-title', { number: order.number }));
        await page.locator('#reason').fill('One mug is chipped');
        await page.getByRole('button', { name: say('en', 'customer-ask-return-do') }).click();
        await expect(page).toHaveURL(`/o/${order.number}`);
        await expect(page.locator('.promise .note')).toHaveText(like('en', 'customer-return-asked'));
        await expect(page.locator('#change')).toHaveCount(0);
        if (javaScriptEnabled) {
          await customer.untilLive();
          await mark(page);
        }
      });

      const ana = await office(stage().ana);
      await test.step('staff see that it needs them, and why', async () => {
        await ana.page.goto('/admin/attention');
        const alert = ana.page.locator('.alerts > li').filter({ hasText: order.number });
        await expect(alert).toContainText(say('en', 'attention-return-requested'));
        await expect(alert).toContainText('One mug is chipped');
        await alert.getByRole('link', { name: order.number }).click();
        await expect(ana.back).toContainText(say('en', 'return-requested'));
        await expect(ana.back).toContainText('One mug is chipped');
        if (javaScriptEnabled) await ana.untilLive();
      });

      await test.step('it is back: one mug can be sold again', async () => {
        await ana.back.getByLabel('Mug').fill('1');
        await ana.button(say('en', 'admin-return-receive')).click();
        await expect(ana.status).toHaveText(say('en', 'status-returned'));
        await expect(ana.back).toContainText(say('en', 'admin-return-refund-next'));
        await look();
        await expect(customer.headline).toHaveText(say('en', 'customer-promise-returned'), LIVE);
        expect((await sandbox.mail(order, 4)).subject).toBe(say('en', 'notice-return_received-subject', { number: order.number }));
        const wish = (quantity: number) => ({ items: [{ name: 'Mug', quantity, unitAmount: 1400, sku }] });
        expect(await storefront.status(wish(3)), 'one on the shelf, and one came back').toBe(409);
        expect(await storefront.status(wish(2))).toBe(201);
      });

      await test.step('it is paid back', async () => {
        await ana.reviewRefund('28.00');
        await ana.button(say('en', 'admin-refund-go', { name: '€28.00' })).click();
        const mail = await sandbox.mail(order, 5);
        expect(mail.subject).toBe(say('en', 'notice-refunded-subject', { number: order.number }));
        expect(mail.text).toContain('€28.00');
        await look(ana.page);
        await expect(ana.back).toContainText(say('en', 'return-refunded'));
        await look();
        await expect(page.locator('#next')).toContainText('€28.00', LIVE);
        if (javaScriptEnabled) await expectNoReload(page);
        const { payment_intent } = await desk.order(order.number);
        expect((await sandbox.refunds(payment_intent ?? '')).map((refund) => refund.amount)).toEqual([2800]);
      });
    });
  });
}

test('a return is declined: the customer is told, and asked to write', async ({ life, sandbox, customer, office }) => {
  const order = await life.order('delivered', { language: 'ru' });
  await customer.open(order);
  await customer.page.locator('#change').click();
  await customer.page.getByRole('button', { name: say('ru', 'customer-ask-return-do') }).click();
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  await customer.untilLive();
  await mark(customer.page);
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.back.getByText(say('en', 'admin-return-decline'), { exact: true }).first().click();
  await ana.button(say('en', 'admin-return-decline')).click();
  await expect(ana.back).toContainText(say('en', 'return-declined'));
  await expect(customer.page.locator('.promise .note')).toHaveText(say('ru', 'customer-return-declined'), LIVE);
  await expectNoReload(customer.page);
  const mail = await sandbox.mail(order, 4);
  expect(mail.subject).toBe(say('ru', 'notice-return_declined-subject', { number: order.number }));
});

test('a label to send it back is made for the parcel that comes back', async ({ life, sandbox, customer, office }) => {
  const order = await life.order('delivered');
  await customer.open(order);
  await customer.page.locator('#change').click();
  await customer.page.getByRole('button', { name: say('en', 'customer-ask-return-do') }).click();
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.link(say('en', 'admin-label-return')).click();
  await ana.page.locator('.rates label').first().click();
  await ana.button(say('en', 'admin-label-go')).click();
  const box = ana.parcels.locator('.box').filter({ hasText: say('en', 'admin-parcel-return') });
  await expect(box).toContainText(say('en', 'label-bought'));
  const paper = await ana.page.request.get((await ana.link(say('en', 'admin-label-print')).getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');
  // It is a parcel to the shop: the customer's order stays delivered.
  await expect(ana.status).toHaveText(say('en', 'status-delivered'));
  expect(await sandbox.mails(order, 3)).toHaveLength(3);
});
