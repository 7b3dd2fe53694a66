// Every page in every state, held to WCAG 2.2 AA by axe in light and dark, and usable from 320 px and by keyboard.
import { inspect } from './support/axe';
import { type Point, UPS } from './support/life';
import type { Scan } from './support/sandbox';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';
import { say } from './support/words';

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

test('the way in to all orders, the list and the preferences are accessible', async ({ life, sandbox, customer: { page } }) => {
  const order = await life.order('paid');
  await page.goto('/my');
  await inspect(page, 'customer-my-door');
  await page.locator('#email').fill(order.email);
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'my-sent-title'));
  await inspect(page, 'customer-my-sent');
  await page.goto(await sandbox.signInLink(order));
  await inspect(page, 'customer-my-opened');
  await page.getByRole('main').getByRole('button').click();
  await expect(page).toHaveURL('/my');
  await inspect(page, 'customer-my');
  await page.goto('/my/sign-in/nonsense');
  await inspect(page, 'customer-my-spent');
  await page.goto('/my/preferences');
  await inspect(page, 'customer-preferences');
  await page.locator('#quiet').check();
  await page.locator('#quiet_until').fill('22:00');
  await page.getByRole('button', { name: say('en', 'preferences-save') }).click();
  await expect(page.locator('#quiet_until-flaw')).toBeVisible();
  await inspect(page, 'customer-preferences-refused');
});

test('the pages on which a customer unsubscribes and comes back are accessible', async ({ life, sandbox, customer: { page } }) => {
  const order = await life.order('paid');
  const { headers } = await sandbox.mail(order, 1);
  const link = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe')?.value.trim().replace(/^<|>$/g, '') ?? '';
  await page.goto(link);
  await inspect(page, 'customer-unsubscribe');
  await page.getByRole('main').getByRole('button').click();
  await inspect(page, 'customer-unsubscribed');
  await page.getByRole('main').getByRole('button').click();
  await inspect(page, 'customer-subscribed-again');
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

// What a carrier says of a parcel whose label was bought here; nothing yet for "packed".
const MADRID = { city: 'Madrid', state: 'MD', zip: '28013', country: 'ES' };
const SCANS: Record<string, Scan | undefined> = {
  packed: undefined,
  'under way': { status: 'TRANSIT', substatus: 'package_accepted', status_details: 'Accepted at the origin facility', location: MADRID },
  'out for delivery': { status: 'TRANSIT', substatus: 'out_for_delivery', status_details: 'Out for delivery today', location: MADRID },
  delayed: { status: 'TRANSIT', substatus: 'delayed', status_details: 'Delayed by weather', location: MADRID },
  missed: { status: 'TRANSIT', substatus: 'delivery_attempted', location: MADRID },
  'to be collected': { status: 'TRANSIT', substatus: 'pickup_available', location: MADRID },
  'coming back': { status: 'RETURNED', substatus: 'return_to_sender', location: MADRID },
  'delivered by its carrier': { status: 'DELIVERED', substatus: 'delivered', status_details: 'Delivered to the recipient', location: MADRID },
};

for (const [state, scan] of Object.entries(SCANS)) {
  test(`both pages of an order that is ${state} are accessible`, async ({ life, desk, sandbox, customer, office }) => {
    const order = await life.order('paid');
    const number = await desk.buyLabel(order.number);
    const headline = say('en', 'customer-promise-packed');
    await customer.open(order);
    await expect(customer.headline).toHaveText(headline);
    if (scan) {
      await sandbox.scan(number, scan);
      await expect(customer.headline).not.toHaveText(headline);
    }
    await customer.untilLive();
    const name = state.replaceAll(' ', '-');
    await inspect(customer.page, `customer-order-${name}`);
    const ana = await office(stage().ana);
    await ana.openOrder(order.number);
    await ana.untilLive();
    for (const fold of await ana.parcels.locator('details > summary').all()) await fold.click();
    await inspect(ana.page, `staff-order-${name}`);
  });
}

test('the pages on which an order is called off are accessible, before, after and too late', async ({ life, sandbox, customer }) => {
  const order = await life.order('paid');
  await customer.open(order);
  await customer.page.locator('#change').click();
  await inspect(customer.page, 'customer-cancel');
  await customer.page.getByRole('button', { name: say('en', 'customer-ask-cancel-do') }).click();
  await sandbox.mails(order, 3);
  await customer.page.reload();
  await customer.untilLive();
  await inspect(customer.page, 'customer-order-cancelled');
  const late = await life.order('processing');
  await customer.open(late);
  await customer.page.goto(`/o/${late.number}/cancel`);
  await inspect(customer.page, 'customer-cancel-refused');
});

test('the pages on which something is sent back are accessible, for both', async ({ life, desk, sandbox, customer, office }) => {
  const order = await life.order('delivered');
  await customer.open(order);
  await customer.page.locator('#change').click();
  await inspect(customer.page, 'customer-return');
  await customer.page.locator('#reason').fill('One poster is creased');
  await customer.page.getByRole('button', { name: say('en', 'customer-ask-return-do') }).click();
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  await customer.untilLive();
  await inspect(customer.page, 'customer-order-return-asked');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  for (const fold of await ana.page.locator('details > summary').all()) await fold.click();
  await inspect(ana.page, 'staff-order-return-asked');
  await desk.receive(order.number);
  await sandbox.mails(order, 4);
  await desk.refund(order.number, 5390);
  await sandbox.mails(order, 5);
  await expect(ana.back).toContainText(say('en', 'return-refunded'));
  await inspect(ana.page, 'staff-order-returned');
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-returned'));
  await inspect(customer.page, 'customer-order-returned');
});

test('an order of which a part was refunded is accessible, for both', async ({ life, desk, sandbox, customer, office }) => {
  const order = await life.order('shipped');
  await desk.refund(order.number, 1250);
  await sandbox.mails(order, 3);
  await customer.open(order);
  await customer.untilLive();
  await inspect(customer.page, 'customer-order-partly-refunded');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  for (const fold of await ana.payment.locator('details > summary').all()) await fold.click();
  await inspect(ana.page, 'staff-order-partly-refunded');
});

test('the steps of a refund are accessible', async ({ life, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.link(say('en', 'admin-refund')).click();
  await inspect(ana.page, 'staff-refund-amount');
  await ana.page.locator('#refund-amount').fill('12.50');
  await ana.button(say('en', 'admin-refund-review')).click();
  await expect(ana.page.getByRole('heading', { name: say('en', 'admin-refund-sure') })).toBeVisible();
  await inspect(ana.page, 'staff-refund-review');
  await ana.link(say('en', 'admin-refund-change')).click();
  await ana.page.locator('#refund-amount').fill('999');
  await ana.button(say('en', 'admin-refund-review')).click();
  await expect(ana.payment.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await inspect(ana.page, 'staff-refund-refused');
});

test('the steps of buying a label are accessible', async ({ storefront, life, office }) => {
  const order = await life.order('paid', { rate: (await storefront.rates())[1] });
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.lookAtRates();
  await ana.page.getByText(say('en', 'admin-measure-other')).click();
  await inspect(ana.page, 'staff-label-rates');
  await ana.button(say('en', 'admin-label-go')).click();
  await expect(ana.parcels).toContainText(say('en', 'label-bought'));
  for (const fold of await ana.parcels.locator('details > summary').all()) await fold.click();
  await inspect(ana.page, 'staff-label-bought');
});

test('calling an order off is accessible, for staff', async ({ life, desk, sandbox, office }) => {
  const order = await life.order('processing');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.page.getByText(say('en', 'admin-cancel'), { exact: true }).click();
  await inspect(ana.page, 'staff-cancel');
  await desk.cancel(order.number);
  await sandbox.mails(order, 3);
  await expect(ana.payment).toContainText(say('en', 'payment-refunded'));
  await inspect(ana.page, 'staff-order-cancelled');
});

test('labels of several orders are accessible, before and after', async ({ storefront, life, office }) => {
  const [cheap, fast] = await storefront.rates();
  const orders = [await life.order('paid', { rate: cheap }), await life.order('paid', { rate: fast }), await life.order('paid')];
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/labels?${orders.map(({ number }) => `order=${number}`).join('&')}`);
  await ana.untilLive();
  await inspect(ana.page, 'staff-labels');
  await ana.button('Buy 2 labels').click();
  await expect(ana.marked(ana.page.locator('.entries > li'), say('en', 'label-bought'))).toHaveCount(2);
  await inspect(ana.page, 'staff-labels-bought');
});

test('a webhook as it came is accessible', async ({ life, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/inbox?order=${order.number}`);
  await ana.untilLive();
  await inspect(ana.page, 'staff-webhooks-found');
  await ana.page.locator('table.webhooks').first().locator('.event-id a').first().click();
  await expect(ana.page.locator('pre.body')).toBeVisible();
  await inspect(ana.page, 'staff-webhook');
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

test('the page of the first account is accessible', async ({ page }) => {
  await page.route('**/admin/set-up/first', (route) => route.fulfill({ contentType: 'text/html', body: stage().setUp }));
  await page.goto('/admin/set-up/first');
  await expect(page.locator('input[type=password]')).toBeVisible();
  await inspect(page, 'staff-set-up');
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
  ['webhooks-none', '/admin/inbox?event=nothing+of+that+name'],
  ['attention', '/admin/attention'],
  ['labels-none', '/admin/labels'],
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
