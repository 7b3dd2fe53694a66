// Open pages stay true: through a lost network, a blocked stream, and without disturbing whoever reads them.
import { expectNoReload, mark } from './support/marker';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

const IN_PRODUCTION = 'Being printed';

test('a lost network is said, and the page catches up by itself', async ({ life, customer, context }) => {
  const order = await life.order('paid');
  await customer.open(order);
  await customer.untilLive();
  await mark(customer.page);
  await context.setOffline(true);
  await expect(customer.pulse).toContainText(say('en', 'customer-offline'));
  await life.step(order, 'processing');
  await context.setOffline(false);
  await expect(customer.currentStep).toHaveText(IN_PRODUCTION);
  await expect(customer.pulse).toContainText(say('en', 'customer-live'));
  await expectNoReload(customer.page);
});

test('a page whose stream is blocked says so and asks again by itself', async ({ life, customer }) => {
  const order = await life.order('paid');
  const { page } = customer;
  await page.clock.install();
  await page.route('**/o/*/live*', (route) => route.abort());
  await customer.open(order);
  await expect(customer.pulse).toContainText(say('en', 'customer-reconnecting'));
  await mark(page);
  await life.step(order, 'processing');
  // Half a minute at a time, instead of waiting for it.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(customer.currentStep).toHaveText(IN_PRODUCTION, { timeout: 500 });
  }).toPass();
  await expect(customer.pulse).toContainText(say('en', 'customer-reconnecting'));
  await expectNoReload(page);
});

test('a stream that comes back is live again', async ({ life, customer }) => {
  const order = await life.order('paid');
  const { page } = customer;
  await page.clock.install();
  await page.route('**/o/*/live*', (route) => route.abort());
  await customer.open(order);
  await expect(customer.pulse).toContainText(say('en', 'customer-reconnecting'));
  await page.unroute('**/o/*/live*');
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(customer.pulse).toContainText(say('en', 'customer-live'), { timeout: 500 });
  }).toPass();
  await life.step(order, 'processing');
  await expect(customer.currentStep).toHaveText(IN_PRODUCTION, { timeout: 2_000 });
});

test('focus, scroll and open folds stay when an update arrives', async ({ life, desk, customer }) => {
  const order = await life.order('shipped');
  await desk.addParcel(order.number, { carrier: 'dhl_express', tracking_number: '4815162342' });
  const { page } = customer;
  await page.setViewportSize({ width: 390, height: 500 });
  await customer.open(order);
  await customer.untilLive();
  await mark(page);
  await page.locator('#earlier-sum').click();
  await page.locator('#parcel-1').focus();
  const scroll = () => page.evaluate(() => Math.round(window.scrollY));
  const before = await scroll();
  expect(before).toBeGreaterThan(0);
  await desk.addParcel(order.number, { carrier: 'gls', tracking_number: '61234567890' });
  await expect(page.getByText('61234567890')).toBeAttached();
  await expect(page.locator('#parcel-1')).toBeFocused();
  await expect(page.locator('#earlier')).toHaveAttribute('open', '');
  // The new line of history stands above, and the browser anchors what is being read; without that it stays to the pixel.
  const shift = await page.locator('#parcel-1').evaluate((link) => link.getBoundingClientRect().top);
  expect(shift).toBeGreaterThanOrEqual(0);
  expect(shift).toBeLessThan(500);
  expect(await scroll()).toBeGreaterThanOrEqual(before);
  await expectNoReload(page);
});

test('an update is announced once', async ({ life, customer }) => {
  const order = await life.order('processing');
  const { page } = customer;
  await customer.open(order);
  await customer.untilLive();
  await expect(customer.announcement).toHaveText('');
  await customer.announcement.evaluate((region) => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await life.step(order, 'shipped');
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-shipped'));
  await expect(customer.announcement).toHaveText(/^New: On its way, /);
  // The next change comes after any second announcement of the first.
  await life.step(order, 'delivered');
  await expect(customer.announcement).toHaveText(/^New: Delivered, /);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  expect(heard.map((words) => words.split(',')[0])).toEqual(['New: On its way', 'New: Delivered']);
});

test('nothing of the staff reaches an open customer page', async ({ life, desk, customer }) => {
  const order = await life.order('processing');
  await customer.open(order);
  await customer.untilLive();
  await desk.note(order.number, 'Difficult customer');
  await life.step(order, 'shipped');
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-shipped'));
  const page = await customer.page.content();
  for (const secret of ['Difficult customer', 'Taller Lavapiés', order.email, 'Ana Ruiz', (await desk.order(order.number)).id]) {
    expect(page).not.toContain(secret);
  }
});

test('staff pages whose stream is blocked say so, and catch up when it comes back', async ({ life, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.page.route('**/admin/live', (route) => route.abort());
  await ion.openOrder(order.number);
  await expect(ion.line).toHaveText('Reconnecting', { timeout: 40_000 });
  await mark(ion.page);
  await life.step(order, 'processing');
  await ion.page.unroute('**/admin/live');
  await expect(ion.status).toHaveText('In production', { timeout: 40_000 });
  await expect(ion.line).toHaveText('Live');
  await expectNoReload(ion.page);
});
