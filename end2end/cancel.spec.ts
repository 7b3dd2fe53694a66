// An order is called off: by its customer while nothing was begun, by staff later; whoever comes too late is told whom to ask.
import { expectNoReload, mark } from './support/marker';
import type { Placed, Storefront } from './support/shop';
import { expect, stage, test } from './support/test';
import { LANGUAGES, like, say } from './support/words';

/** What a stage answers in its settings. */
const CONTACT = 'hola@ariadna.example';
const LIVE = { timeout: 5_000 };

async function place(storefront: Storefront, life: { step: (order: Placed, step: 'paid') => Promise<void> }, sku: string): Promise<Placed> {
  await storefront.put(sku, { name: 'Mug', onHand: 2 });
  const order = await storefront.place({ language: 'es', items: [{ name: 'Mug', quantity: 2, unitAmount: 1400, sku }] });
  await life.step(order, 'paid');
  return order;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer calls their order off, gets the money back and two mails that say so', async ({ storefront, life, desk, sandbox, customer }) => {
      const sku = `MUG-${javaScriptEnabled ? 'js' : 'plain'}`;
      const order = await place(storefront, life, sku);
      const { page } = customer;
      await customer.open(order);
      await page.locator('#change').click();
      await expect(customer.headline).toHaveText(say('es', 'customer-ask-cancel-title', { number: order.number }));
      await expect(page.getByRole('main')).toContainText(/33,90\s€/);
      await page.getByRole('button', { name: say('es', 'customer-ask-cancel-do') }).click();

      await expect(page).toHaveURL(`/o/${order.number}`);
      await expect(customer.headline).toHaveText(say('es', 'customer-promise-cancelled'));
      await expect(page.locator('#next')).toContainText(like('es', 'customer-cancelled-by-you'));
      await expect(page.locator('#change')).toHaveCount(0);
      // Nothing is to come any more.
      await expect(page.locator('.rail > li').last()).toHaveAttribute('aria-current', 'step');

      const [refunded, cancelled] = await sandbox.mails(order, 3);
      expect(cancelled?.subject).toBe(say('es', 'notice-cancelled-subject', { number: order.number }));
      expect(cancelled?.text).toMatch(/33,90\s€/);
      expect(refunded?.subject).toBe(say('es', 'notice-refunded-subject', { number: order.number }));
      expect(refunded?.text).toMatch(/33,90\s€/);
      if (!javaScriptEnabled) await page.reload();
      await expect(page.locator('#next')).toContainText(like('es', 'customer-money-returned'));

      const { payment_intent, events } = await desk.order(order.number);
      expect((await sandbox.refunds(payment_intent ?? '')).map((refund) => refund.amount)).toEqual([3390]);
      expect(events.filter((event) => event.kind === 'order_cancelled')).toHaveLength(1);
      // Both mugs are for sale again.
      expect(await storefront.status({ items: [{ name: 'Mug', quantity: 2, unitAmount: 1400, sku }] })).toBe(201);
    });

    test('who changes their mind on the page that asks keeps the order', async ({ life, customer }) => {
      const order = await life.order('paid');
      await customer.open(order);
      await customer.page.locator('#change').click();
      await customer.page.getByRole('link', { name: say('en', 'customer-ask-cancel-keep') }).click();
      await expect(customer.page).toHaveURL(`/o/${order.number}`);
      await expect(customer.headline).toHaveText(like('en', 'customer-promise-by'));
    });

    test('who presses after work has begun is told whom to ask, and nothing changes', async ({ life, desk, sandbox, customer }) => {
      const order = await life.order('paid');
      await customer.open(order);
      await customer.page.locator('#change').click();
      await life.step(order, 'processing');
      await customer.page.getByRole('button', { name: say('en', 'customer-ask-cancel-do') }).click();
      await expect(customer.headline).toHaveText(say('en', 'customer-refused-cancel-title', { number: order.number }));
      await expect(customer.page.getByRole('alert')).toHaveText(say('en', 'refused-ask-the-shop', { contact: CONTACT }));
      await customer.page.getByRole('link', { name: say('en', 'customer-back-to-order') }).click();
      await expect(customer.currentStep).toHaveText('Being printed');
      const { payment_intent, status } = await desk.order(order.number);
      expect(status).toBe('processing');
      expect(await sandbox.refunds(payment_intent ?? '')).toEqual([]);
    });
  });
}

for (const language of LANGUAGES) {
  test(`after work has begun the refusal names the shop's contact in ${language}: on the page and to a storefront`, async ({ life, storefront, customer }) => {
    const order = await life.order('processing', { language });
    await customer.open(order);
    await expect(customer.page.locator('#change')).toHaveCount(0);
    const answer = await customer.page.goto(`/o/${order.number}/cancel`);
    expect(answer?.status()).toBe(409);
    const sentence = say(language, 'refused-ask-the-shop', { contact: CONTACT });
    await expect(customer.page.locator('html')).toHaveAttribute('lang', language);
    await expect(customer.headline).toHaveText(say(language, 'customer-refused-cancel-title', { number: order.number }));
    await expect(customer.page.getByRole('alert')).toHaveText(sentence);
    await expect(customer.page.getByRole('button', { name: say(language, 'customer-ask-cancel-do') })).toHaveCount(0);
    const { status, body } = await storefront.ask('cancel', order.number);
    expect(status).toBe(409);
    expect(body).toMatchObject({ detail: sentence, contact: CONTACT });
  });
}

test('staff see what calling off will do, do it, and the open page of the customer says so', async ({ life, desk, sandbox, customer, office }) => {
  const order = await life.order('processing');
  await customer.open(order);
  await customer.untilLive();
  await mark(customer.page);
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.page.getByText(say('en', 'admin-cancel'), { exact: true }).click();
  await expect(ana.page.locator('.danger-fold')).toContainText(say('en', 'admin-cancel-refund', { name: '€59.80' }));
  await ana.button(say('en', 'admin-cancel-go')).dblclick();
  await expect(ana.status).toHaveText(say('en', 'status-cancelled'));
  await expect(ana.payment.locator('dl')).toContainText(say('en', 'payment-refunded'));
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-cancelled'), LIVE);
  await expect(customer.page.locator('#next')).toContainText(like('en', 'customer-cancelled-by-us'));
  await expect(customer.page.locator('#next')).toContainText(like('en', 'customer-money-returned'), LIVE);
  await expectNoReload(customer.page);
  expect(await sandbox.mails(order, 3)).toHaveLength(3);
  const { payment_intent } = await desk.order(order.number);
  expect(await sandbox.refunds(payment_intent ?? '')).toHaveLength(1);
});
