// Money comes in many ways, and sometimes not: what the customer sees in each case.
import { expectNoReload, mark } from './support/marker';
import { expect, test } from './support/test';
import { DECLINED_CARD, GOOD_CARD, Till } from './support/till';
import { say } from './support/words';

test('a declined card says so, and another one pays', async ({ storefront, sandbox, page }) => {
  const order = await storefront.place();
  const till = new Till(page);
  await page.goto(order.checkoutUrl);
  await till.pay(DECLINED_CARD);
  await expect(till.problem).toHaveText('Your card was declined.');
  await till.pay(GOOD_CARD);
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(say('en', 'customer-checkout-confirmed'));
  await expect(page.getByRole('article')).toContainText(order.number);
  await sandbox.mail(order, 1);
});

test('the page after paying leads to the order', async ({ storefront, customer }) => {
  const order = await storefront.place();
  await customer.page.goto(order.checkoutUrl);
  await new Till(customer.page).pay(GOOD_CARD);
  await customer.page.getByRole('link', { name: say('en', 'customer-checkout-see') }).click();
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  await expect(customer.currentStep).toHaveText('We have your order');
});

test('an abandoned checkout: the open order page says that it was not paid', async ({ storefront, sandbox, customer }) => {
  const order = await storefront.place();
  await customer.open(order);
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-waiting'));
  await customer.untilLive();
  await mark(customer.page);
  await sandbox.expire(order);
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-not-paid'));
  await expect(customer.page.locator('#next')).toHaveText(say('en', 'customer-next-not-paid'));
  await expectNoReload(customer.page);
});

test('whoever turns back at the till learns that nothing was charged', async ({ storefront, page }) => {
  const order = await storefront.place();
  await page.goto(order.checkoutUrl);
  await page.getByRole('link').last().click();
  await expect(page).toHaveURL(`/checkout/cancel?number=${order.number}`);
  await expect(page.locator('h1')).toHaveText(say('en', 'customer-cancel-title'));
  await expect(page.getByRole('main')).toContainText(order.number);
});

test('paying in two tabs, and hearing of it four times, confirms once', async ({ storefront, sandbox, desk, context }) => {
  const order = await storefront.place();
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  for (const tab of tabs) {
    await tab.goto(order.checkoutUrl);
    await new Till(tab).fill(GOOD_CARD);
  }
  await sandbox.turn({ duplicate: 3 });
  await Promise.all(tabs.map((tab) => new Till(tab).submit()));
  for (const tab of tabs) await expect(tab.getByRole('article')).toContainText(order.number);
  const heard = async () => (await sandbox.told(order)).filter((event) => event.type === 'checkout.session.completed');
  // An answer that took its time is asked for once more.
  await expect.poll(async () => (await heard()).map((event) => event.attempts.length >= 4)).toEqual([true]);
  await sandbox.turn({ duplicate: 0 });
  await sandbox.mail(order, 1);
  const { events } = await desk.order(order.number);
  expect(events.filter((event) => event.kind === 'payment_succeeded')).toHaveLength(1);
  // A next mail comes after any second confirmation would have.
  await desk.advance(order.number, 'in_production');
  await desk.ship(order.number);
  expect(await sandbox.mails(order, 2)).toHaveLength(2);
});

test('a payment that takes days: the page waits and changes when the money comes', async ({ storefront, sandbox, page }) => {
  const order = await storefront.place();
  await page.goto(order.checkoutUrl);
  await new Till(page).payLater();
  const heading = page.getByRole('article').getByRole('heading');
  await expect(heading).toHaveText(say('en', 'customer-checkout-waiting'));
  await expect(page.locator('#pulse')).toHaveAttribute('data-state', 'data-live-word');
  await mark(page);
  await sandbox.settle(order, true);
  await expect(heading).toHaveText(say('en', 'customer-checkout-confirmed'));
  await expectNoReload(page);
});
