// Every page in every state, held to WCAG 2.2 AA by axe in light and dark, and usable from 320 px and by keyboard.
import { inspect } from './support/axe';
import { type Point, UPS } from './support/life';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';

// The longest file: both workers share it.
test.describe.configure({ mode: 'parallel' });

const ITEMS = Array.from({ length: 8 }, (_, index) => ({
  name: ['Cartel A2', 'Tarjetas de visita', 'Camiseta serigrafiada', 'Libro cosido 64 p.'][index % 4] as string,
  quantity: index + 1,
  unitAmount: 950 + index * 325,
  options: { paper: '170 g couché mate', size: '420 × 594 mm', finish: 'stamping oro' },
  printFileUrl: 'https://files.example/print.pdf',
}));

test('the look-up page is accessible', async ({ page }) => {
  await page.goto('/track');
  await inspect(page, 'customer-track');
});

test('the look-up page with a refusal is accessible', async ({ customer }) => {
  await customer.lookUp('7K3QD-2M4XP', 'nobody@customer.example');
  await expect(customer.page.getByRole('alert')).toBeVisible();
  await inspect(customer.page, 'customer-track-refused');
});

test('the look-up page after too many tries is accessible', async ({ storefront, customer, request }) => {
  const { number } = await storefront.place();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await request.post('/track', { form: { number, email: `a${attempt}.${number}@x.example` }, headers: { origin: stage().shop } });
  }
  await customer.lookUp(number, `b.${number}@x.example`);
  await expect(customer.page.getByRole('alert')).toContainText('minutes');
  await inspect(customer.page, 'customer-track-limited');
});

test('the page of a dead link is accessible', async ({ page }) => {
  await page.goto('/t/nonsense');
  await inspect(page, 'customer-link');
});

for (const point of ['pending', 'not paid', 'paid', 'processing', 'shipped', 'delivered'] as Point[]) {
  test(`the page of an order that is ${point} is accessible`, async ({ life, customer }) => {
    const order = await life.order(point, { items: point === 'shipped' ? ITEMS : undefined });
    await customer.open(order);
    await customer.untilLive();
    await inspect(customer.page, `customer-order-${point.replace(' ', '-')}`);
  });
}

test('the page of an order in several parcels is accessible', async ({ life, desk, customer }) => {
  const order = await life.order('shipped', { language: 'ru' });
  await desk.addParcel(order.number, { carrier: 'Mensajería Delfín', tracking_number: 'MD-0000000042' });
  await desk.addParcel(order.number, { carrier: 'Bicicleta' });
  await customer.open(order);
  await customer.untilLive();
  await inspect(customer.page, 'customer-order-parcels');
});

test('the page of a late order is accessible', async ({ desk, customer }) => {
  const [number = ''] = await desk.find({ overdue: 'true', oldest: 'true' });
  const { email } = await desk.order(number);
  await customer.lookUp(number, email);
  await expect(customer.page).toHaveURL(`/o/${number}`);
  await customer.untilLive();
  await inspect(customer.page, 'customer-order-late');
});

test('the page after paying is accessible', async ({ storefront, page }) => {
  const order = await storefront.place();
  await page.goto(order.checkoutUrl);
  await new Till(page).payLater();
  await expect(page.locator('#pulse')).toHaveAttribute('data-state', 'data-live-word');
  await inspect(page, 'customer-checkout-waiting');
  const second = await storefront.place();
  await page.goto(second.checkoutUrl);
  await new Till(page).pay(GOOD_CARD);
  await expect(page.getByRole('article').getByRole('heading')).toHaveText('Your payment has arrived');
  await inspect(page, 'customer-checkout-paid');
});

test('the page after turning back is accessible', async ({ storefront, page }) => {
  const order = await storefront.place();
  await page.goto(`/checkout/cancel?number=${order.number}`);
  await inspect(page, 'customer-checkout-cancel');
});

test('the page for an address that does not exist is accessible', async ({ page }) => {
  expect((await page.goto('/no/such/page'))?.status()).toBe(404);
  await inspect(page, 'customer-404');
});

test('the staff sign-in is accessible, also after a refusal', async ({ page }) => {
  await page.goto('/admin/sign-in');
  await inspect(page, 'staff-sign-in');
  await page.getByLabel('Email').fill('nobody@ariadna.example');
  await page.getByLabel('Password').fill('certainly wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'staff-sign-in-refused');
});

test('a spent set-up link is accessible', async ({ page }) => {
  expect((await page.goto('/admin/set-up/nonsense'))?.status()).toBe(410);
  await inspect(page, 'staff-set-up-spent');
});

const STAFF_PAGES = [
  ['overview', '/admin'],
  ['list', '/admin/orders'],
  ['list-late', '/admin/orders?overdue=1'],
  ['list-attention', '/admin/orders?attention=1'],
  ['list-nothing', '/admin/orders?q=no+such+order'],
  ['webhooks', '/admin/inbox'],
  ['404', '/admin/no/such/page'],
] as const;

for (const [name, path] of STAFF_PAGES) {
  test(`the staff page ${name} is accessible`, async ({ office }) => {
    const { page, ...ana } = await office(stage().ana);
    await page.goto(path);
    await expect(ana.line).toHaveText('Live', { timeout: 40_000 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await inspect(page, `staff-${name}`);
  });
}

for (const point of ['pending', 'processing', 'delivered'] as Point[]) {
  test(`the staff page of an order that is ${point} is accessible`, async ({ life, desk, office }) => {
    const order = await life.order(point, { items: ITEMS, reference: 'WEB-10442' });
    if (point !== 'pending') await desk.note(order.number, 'La clienta pide papel mate; avisar si no queda.');
    const ana = await office(stage().ana);
    await ana.openOrder(order.number);
    await ana.untilLive();
    // Folded-away parts are pages too.
    for (const fold of await ana.page.locator('details > summary').all()) await fold.click();
    await inspect(ana.page, `staff-order-${point}`);
  });
}

test('the staff page of an order that needs attention is accessible', async ({ desk, office }) => {
  const [number] = await desk.find({ attention: 'true' });
  const ana = await office(stage().ana);
  await ana.openOrder(number ?? '');
  await ana.untilLive();
  await inspect(ana.page, 'staff-order-attention');
});

test('the look-up works by keyboard alone', async ({ life, customer }) => {
  const order = await life.order('shipped');
  const { page } = customer;
  await page.goto('/track');
  const reached: string[] = [];
  for (let press = 0; press < 12 && reached.at(-1) !== 'submit'; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLButtonElement ? element.type : (element?.id ?? '');
    });
    reached.push(at);
    if (at === 'number') await page.keyboard.type(order.number);
    if (at === 'email') await page.keyboard.type(order.email);
  }
  expect(reached.filter((at) => ['number', 'email', 'submit'].includes(at))).toEqual(['number', 'email', 'submit']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/o/${order.number}`);
  await expect(page.getByText(UPS.tracking_number ?? '')).toBeVisible();
});

test('staff skip to the content, and move an order, by keyboard alone', async ({ life, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.page.keyboard.press('Tab');
  await expect(ana.page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('main')).toBeFocused();
  const start = ana.button('Start production');
  for (let press = 0; press < 10 && !(await start.evaluate((button) => button === document.activeElement)); press += 1) {
    await ana.page.keyboard.press('Tab');
  }
  await expect(start).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(ana.status).toHaveText('In production');
});
