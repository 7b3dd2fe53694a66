// Everything that matters works where no script runs: an old phone, a strict browser, a bundle that did not arrive.
import { UPS, UPS_LINK } from './support/life';
import { Office } from './support/office';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

test.use({ javaScriptEnabled: false });

test('a look-up without JavaScript shows promise, history and items', async ({ life, customer }) => {
  const order = await life.order('shipped');
  await customer.lookUp(` ${order.number.toLowerCase().replace('-', ' ')} `, order.email.toUpperCase());
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-shipped'));
  await expect(customer.timeline.first()).toHaveText('On its way');
  await expect(customer.page.getByText('Poster A2')).toBeVisible();
  await expect(customer.carrierLink).toHaveAttribute('href', UPS_LINK);
  await expect(customer.page.getByText('28••• Madrid')).toBeVisible();
});

test('earlier history opens without JavaScript', async ({ life, customer }) => {
  const order = await life.order('delivered');
  await customer.open(order);
  const first = customer.page.getByText(say('en', 'customer-event-placed'));
  await expect(first).toBeHidden();
  await customer.page.locator('#earlier-sum').click();
  await expect(first).toBeVisible();
});

test('a wrong email is refused without JavaScript', async ({ storefront, customer }) => {
  const order = await storefront.place();
  await customer.lookUp(order.number, `not.${order.email}`);
  await expect(customer.page.getByRole('alert')).toContainText(say('en', 'customer-problem-not-found'));
  await expect(customer.page).toHaveURL('/track');
});

test('the language switch works without JavaScript and is remembered', async ({ life, customer }) => {
  const order = await life.order('shipped');
  await customer.open(order);
  await customer.page.getByRole('link', { name: 'Română' }).click();
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
  await expect(customer.headline).toHaveText(say('ro', 'customer-promise-shipped'));
  await customer.page.goto('/track');
  await expect(customer.headline).toHaveText(say('ro', 'customer-track-title'));
});

test('staff sign in without JavaScript and get where they wanted to go', async ({ page }) => {
  const office = new Office(page);
  await page.goto('/admin/orders?status=shipped');
  await office.signIn({ ...stage().ion, password: 'not the right one' });
  await expect(page.getByRole('alert')).toHaveText(say('en', 'refused-wrong-password'));
  await office.signIn(stage().ion);
  await expect(page).toHaveURL('/admin/orders?status=shipped');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/admin/sign-in');
});

test('the list filters without JavaScript, and the address keeps the filter', async ({ life, office }) => {
  const order = await life.order('paid');
  const { page, ...ion } = await office(stage().ion);
  await page.goto('/admin/orders');
  await page.getByLabel('Status').selectOption('delivered');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page).toHaveURL(/status=delivered/);
  await expect(page.getByLabel('Status')).toHaveValue('delivered');
  const badges = page.locator('td.status .badge:first-child');
  expect(await badges.count()).toBeGreaterThan(5);
  await expect(badges.filter({ hasNotText: 'Delivered' })).toHaveCount(0);
  await page.goto(`/admin/orders?q=${order.email}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('link', { name: order.number }).click();
  await expect(ion.status).toHaveText('Confirmed');
});

test('what is seldom opened is found under Settings without JavaScript', async ({ office }) => {
  const ion = await office(stage().ion);
  const heading = ion.page.getByRole('heading', { level: 1 });
  await ion.page.goto('/admin/orders');
  await ion.link(say('en', 'admin-settings')).click();
  await expect(heading).toHaveText(say('en', 'admin-settings'));
  await ion.link(say('en', 'admin-products')).click();
  await expect(heading).toHaveText(say('en', 'admin-products'));
  await expect(ion.link(say('en', 'admin-settings'))).toHaveAttribute('aria-current', 'true');
});

test('a stage button moves the order without JavaScript', async ({ life, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.button('Start production').click();
  await expect(ion.page).toHaveURL(new RegExp(`/admin/orders/${order.number}`));
  await expect(ion.status).toHaveText('In production');
});

test('an order is marked as shipped without JavaScript, with a link made from carrier and number', async ({ life, office, sandbox }) => {
  const order = await life.order('processing');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.page.getByLabel('Carrier (optional)').first().fill(UPS.carrier ?? '');
  await ion.page.getByLabel('Tracking number (optional)').first().fill(UPS.tracking_number ?? '');
  await ion.button('Mark shipped').click();
  await expect(ion.status).toHaveText('Shipped');
  await expect(ion.page.getByRole('link', { name: UPS.tracking_number ?? '' })).toHaveAttribute('href', UPS_LINK);
  expect((await sandbox.mail(order, 2)).text).toContain(UPS_LINK);
});

test('a note is added without JavaScript', async ({ life, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.note.fill('Matte paper, please ask first');
  await ion.button('Add note').click();
  await expect(ion.timeline.first()).toContainText('Matte paper, please ask first');
  await expect(ion.timeline.first()).toContainText('Ion Popa');
});

test('a move that came too late says who was faster, without JavaScript', async ({ life, desk, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await life.step(order, 'processing');
  await desk.ship(order.number);
  await ion.button('Start production').click();
  await expect(ion.problem.filter({ hasText: /./ })).toHaveText(like('en', 'fault-conflict'));
  await expect(ion.problem.filter({ hasText: /./ })).toContainText('Ana Ruiz');
  await expect(ion.status).toHaveText('Shipped');
});

test('an illegal move is refused with a sentence, without JavaScript', async ({ life, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  // What an altered form would send.
  await ion.page.locator('.steps input[name=stage]').first().evaluate((input: HTMLInputElement) => (input.value = 'delivered'));
  await ion.button('Start production').click();
  const sentence = say('en', 'refused-no-arrow', { from: 'New', to: 'Delivered' });
  await expect(ion.problem.filter({ hasText: /./ })).toHaveText(sentence);
  await expect(ion.status).toHaveText('Confirmed');
});
