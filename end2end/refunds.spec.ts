// Money goes back: looked at before it is done, done once however often somebody presses, and told in words that are true.
import { expectNoReload, mark } from './support/marker';
import type { Office } from './support/office';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

/** How soon an open window shows what happened elsewhere. */
const LIVE = { timeout: 5_000 };

/** Stripe's name for an order's payment. */
async function intentOf(desk: { order: (number: string) => Promise<{ payment_intent: string | null }> }, number: string): Promise<string> {
  return (await desk.order(number)).payment_intent ?? '';
}

function refunds(office: Office, word: string) {
  return office.marked(office.payment.locator('.entries > li'), say('en', `refund-${word}`));
}

test('a part is refunded in two steps; both windows follow, and the mail is in the language of the order', async ({ life, desk, sandbox, customer, office }) => {
  const order = await life.order('processing', { language: 'ro' });
  const intent = await intentOf(desk, order.number);
  await customer.open(order);
  await customer.untilLive();
  await mark(customer.page);
  const ana = await office(stage().ana);
  const ion = await office(stage().ion);
  for (const one of [ana, ion]) {
    await one.openOrder(order.number);
    await one.untilLive();
    await mark(one.page);
  }

  await test.step('first a look at what will happen: nothing has', async () => {
    await ana.reviewRefund('12,50', 'duplicate');
    const step = ana.payment.locator('.refund');
    await expect(step.locator('.figure')).toHaveText('€12.50');
    await expect(step).toContainText(order.email);
    await expect(step).toContainText(say('en', 'admin-refund-left', { name: '€47.30' }));
    expect(await sandbox.refunds(intent)).toEqual([]);
  });

  await test.step('the deed: the other staff window and the customer see it without a reload', async () => {
    await ana.page.getByLabel(say('en', 'admin-refund-note')).fill('One poster was printed twice');
    await ana.button(say('en', 'admin-refund-go', { name: '€12.50' })).click();
    for (const one of [ana, ion]) {
      await expect(refunds(one, 'succeeded')).toContainText('€12.50', LIVE);
      await expect(refunds(one, 'succeeded')).toContainText('One poster was printed twice');
      await expect(one.payment.locator('dl')).toContainText(say('en', 'payment-partially-refunded'));
      await expectNoReload(one.page);
    }
    await expect(ana.page).toHaveURL(`/admin/orders/${order.number}`);
    await expect(customer.page.locator('.totals')).toContainText(say('ro', 'customer-back-sent'), LIVE);
    await expect(customer.page.locator('.totals')).toContainText(/−12,50\s€/);
    await expect(customer.page.locator('.promise .note')).toContainText(/12,50\s€/);
    await expectNoReload(customer.page);
  });

  await test.step('the mail', async () => {
    const mail = await sandbox.mail(order, 2);
    expect(mail.subject).toBe(say('ro', 'notice-refunded-subject', { number: order.number }));
    expect(mail.text).toContain(say('ro', 'notice-refunded-title'));
    expect(mail.text).toMatch(/12,50\s€/);
    expect(mail.html).toContain('lang="ro"');
    expect(mail.text, 'what staff write for themselves').not.toContain('printed twice');
  });

  expect((await sandbox.refunds(intent)).map((refund) => refund.amount)).toEqual([1250]);
});

test('what cannot go back is refused in words, and nothing is asked for', async ({ life, desk, sandbox, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.link(say('en', 'admin-refund')).click();
  await ana.page.locator('#refund-amount').fill('999');
  await ana.button(say('en', 'admin-refund-review')).click();
  await expect(ana.payment.getByRole('alert').filter({ hasText: /./ })).toHaveText(say('en', 'refused-too-much-to-refund', { most: '€59.80' }));
  await expect(ana.payment.locator('button.danger')).toHaveCount(0);
  await ana.link(say('en', 'admin-refund-change')).click();
  await ana.page.locator('#refund-amount').fill('12,5x');
  await ana.button(say('en', 'admin-refund-review')).click();
  await expect(ana.payment.getByRole('alert').filter({ hasText: /./ })).toHaveText(say('en', 'refused-bad-amount', { currency: 'EUR', like: '59.80' }));
  await ana.link(say('en', 'admin-step-leave')).click();
  await expect(ana.link(say('en', 'admin-refund'))).toBeVisible();
  expect(await sandbox.refunds(await intentOf(desk, order.number))).toEqual([]);
});

test('a double click, and a colleague who presses at the same moment, make one refund', async ({ life, desk, sandbox, office }) => {
  const order = await life.order('paid');
  const both = [await office(stage().ana), await office(stage().ion)];
  for (const one of both) {
    await one.openOrder(order.number);
    await one.untilLive();
    await one.reviewRefund('5.00');
  }
  await Promise.all(both.map((one) => one.button(say('en', 'admin-refund-go', { name: '€5.00' })).dblclick()));
  for (const one of both) await expect(refunds(one, 'succeeded')).toHaveCount(1);
  // The mail comes after all that was asked for has been done.
  expect(await sandbox.mails(order, 2)).toHaveLength(2);
  expect(await sandbox.refunds(await intentOf(desk, order.number))).toHaveLength(1);
});

test('whoever looks at a refund learns that somebody else has just made one', async ({ life, desk, sandbox, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.untilLive();
  await ion.reviewRefund('20');
  await desk.refund(order.number, 2000);
  const step = ion.payment.locator('.refund');
  await expect(step).toContainText(say('en', 'admin-stale'));
  // The newest change is named: hers, or a moment later Stripe's word that it was done.
  await expect(step).toContainText(/Ana Ruiz|Stripe/);
  // Pressed all the same: it was decided on another order than this one.
  await ion.button(say('en', 'admin-refund-go', { name: '€20.00' })).click();
  await expect(ion.payment.locator('.outcome-bad').filter({ hasText: /./ })).toHaveText(like('en', 'fault-conflict'));
  await expect(refunds(ion, 'succeeded')).toHaveCount(1);
  expect(await sandbox.refunds(await intentOf(desk, order.number))).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a part is refunded in two steps, and a double click makes one refund', async ({ life, desk, sandbox, customer, office }) => {
    const order = await life.order('paid', { language: 'es' });
    const ion = await office(stage().ion);
    await ion.openOrder(order.number);
    await ion.reviewRefund('7.5');
    await expect(ion.payment.locator('.figure')).toHaveText('€7.50');
    await ion.button(say('en', 'admin-refund-go', { name: '€7.50' })).dblclick();
    await expect(ion.page).toHaveURL(`/admin/orders/${order.number}`);
    const mail = await sandbox.mail(order, 2);
    expect(mail.subject).toBe(say('es', 'notice-refunded-subject', { number: order.number }));
    expect(mail.text).toMatch(/7,50\s€/);
    await ion.page.reload();
    await expect(refunds(ion, 'succeeded')).toHaveCount(1);
    await expect(ion.payment.locator('dl')).toContainText(say('en', 'payment-partially-refunded'));
    await customer.open(order);
    await expect(customer.page.locator('.totals')).toContainText(/−7,50\s€/);
    expect((await sandbox.refunds(await intentOf(desk, order.number))).map((refund) => refund.amount)).toEqual([750]);
  });

  test('an amount that cannot go back is refused in words', async ({ life, office }) => {
    const order = await life.order('paid');
    const ion = await office(stage().ion);
    await ion.openOrder(order.number);
    await ion.link(say('en', 'admin-refund')).click();
    await ion.page.locator('#refund-amount').fill('60');
    await ion.button(say('en', 'admin-refund-review')).click();
    await expect(ion.payment.getByRole('alert').filter({ hasText: /./ })).toHaveText(say('en', 'refused-too-much-to-refund', { most: '€59.80' }));
    await expect(ion.payment.locator('button.danger')).toHaveCount(0);
  });
});
