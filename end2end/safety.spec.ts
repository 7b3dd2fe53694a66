// What a browser is told to load, and what hostile text can do with it: nothing.
import { expect, stage, test } from './support/test';
import { Watch } from './support/watch';
import { say } from './support/words';

const HOSTILE = `<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>`;

test('no customer page complains, or loads anything from elsewhere or of the staff', async ({ life, customer, context }) => {
  const watch = await Watch.over(context);
  const order = await life.order('shipped');
  await customer.lookUp('7K3QD-2M4XP', 'nobody@customer.example');
  await customer.open(order);
  await customer.untilLive();
  await life.step(order, 'delivered');
  await expect(customer.currentStep).toHaveText('Delivered');
  for (const path of ['/', '/t/nonsense', '/checkout/cancel', '/no/such/page', '/checkout/success?session_id=none']) {
    await customer.page.goto(path);
    await expect(customer.headline).toBeVisible();
  }
  watch.expectPeace();
  expect(watch.paths.filter((path) => path.startsWith('/pkg-admin') || path.startsWith('/admin'))).toEqual([]);
});

test('the look-up page loads no script and no WASM, and sets no cookie', async ({ page, context }) => {
  const watch = await Watch.over(context);
  await page.goto('/track', { waitUntil: 'networkidle' });
  expect(watch.paths.filter((path) => /\.(js|mjs|wasm)$/.test(path))).toEqual([]);
  await expect(page.locator('script')).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  watch.expectPeace();
});

test('no staff page complains, or loads anything from elsewhere', async ({ life, desk, office }) => {
  const order = await life.order('paid');
  await desk.buyLabel(order.number);
  await desk.refund(order.number, 500);
  const ana = await office(stage().ana);
  const watch = await Watch.over(ana.page.context());
  const home = `/admin/orders/${order.number}`;
  const steps = [home, `${home}?do=refund`, `${home}?do=refund&amount=5`, `${home}?do=label&box=2`, `/admin/labels?order=${order.number}`];
  for (const path of ['/admin', '/admin/orders', ...steps, '/admin/attention', '/admin/inbox', '/admin/no/such/page']) {
    await ana.page.goto(path);
    await ana.untilLive();
  }
  await ana.page.goto('/admin/sign-in');
  await ana.page.goto('/admin/set-up/nonsense');
  for (const path of ['/admin/team', '/admin/account', '/admin/forgot', '/admin/password/nonsense']) await ana.page.goto(path);
  watch.expectPeace();
});

test('moving between staff pages without reloading complains about nothing', async ({ life, office }) => {
  const order = await life.order('processing');
  const ana = await office(stage().ana);
  const watch = await Watch.over(ana.page.context());
  await ana.page.goto('/admin');
  await ana.untilLive();
  await ana.page.getByRole('link', { name: 'Orders', exact: true }).click();
  await ana.search(order.number);
  await ana.page.getByRole('link', { name: order.number }).click();
  await expect(ana.status).toHaveText('In production');
  await ana.page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await ana.page.goBack();
  await expect(ana.status).toHaveText('In production');
  await ana.reviewRefund('5');
  await ana.page.goBack();
  await expect(ana.page.locator('#refund-amount')).toBeVisible();
  await ana.page.goBack();
  await expect(ana.link(say('en', 'admin-refund'))).toBeVisible();
  await expect(ana.status).toHaveText('In production');
  watch.expectPeace();
});

test('hostile names are text on the customer page, also after a live update', async ({ life, customer, context }) => {
  const watch = await Watch.over(context);
  const items = [{ name: HOSTILE, quantity: 1, unitAmount: 1000, options: { [HOSTILE.slice(0, 90)]: HOSTILE } }];
  const order = await life.order('processing', { name: HOSTILE, items, location: HOSTILE, reference: HOSTILE });
  await customer.open(order);
  await expect(customer.page.getByText(HOSTILE, { exact: true })).toBeVisible();
  await customer.untilLive();
  await life.step(order, 'shipped');
  await expect(customer.headline).toHaveText(say('en', 'customer-promise-shipped'));
  await expect(customer.page.getByText(HOSTILE, { exact: true })).toBeVisible();
  await expect(customer.page.locator('img')).toHaveCount(0);
  expect(await customer.page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
  watch.expectPeace();
});

test('hostile names are text on the staff pages and in mails', async ({ life, desk, sandbox, office }) => {
  const items = [{ name: HOSTILE, quantity: 1, unitAmount: 1000, options: { [HOSTILE.slice(0, 90)]: HOSTILE } }];
  const order = await life.order('processing', { name: HOSTILE, items, location: HOSTILE, reference: HOSTILE });
  await desk.note(order.number, HOSTILE);
  const ana = await office(stage().ana);
  const watch = await Watch.over(ana.page.context());
  for (const path of [`/admin/orders/${order.number}`, `/admin/orders?q=${order.number}`, '/admin']) {
    await ana.page.goto(path);
    await expect(ana.page.getByText(HOSTILE).first()).toBeAttached();
    await ana.untilLive();
    await expect(ana.page.getByText(HOSTILE).first()).toBeAttached();
    await expect(ana.page.locator('img')).toHaveCount(0);
    expect(await ana.page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
  }
  watch.expectPeace();
  await life.step(order, 'shipped');
  for (const mail of await sandbox.mails(order, 2)) {
    // But for what mail programs read about the order, in which nothing can end the script.
    const seen = mail.html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
    expect(seen).not.toMatch(/<img|<script/);
    expect(mail.html).toContain('&lt;img');
  }
});
