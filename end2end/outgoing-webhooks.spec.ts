// Another program is told what happens to orders, and verifies it with the public Standard Webhooks library.
import { inspect } from './support/axe';
import { Receiver } from './support/receiver';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

test('an endpoint hears what happens to an order, in order, and the public library verifies every message', async ({ life, desk, office }) => {
  const receiver = await Receiver.open();
  const ana = await office(stage().ana);
  const { page } = ana;
  const words = (key: string) => say('en', key);
  const fold = (key: string) => page.locator('summary').filter({ hasText: words(key) }).click();

  await page.goto('/admin/settings');
  await ana.link(words('hooks-title')).click();
  await ana.link(words('hooks-new')).click();
  await page.getByLabel(words('hooks-url'), { exact: true }).fill('http://10.0.0.1/hooks');
  await page.getByLabel(words('hooks-description')).fill('Our ERP');
  await page.getByLabel(words('hooks-payload-full')).check();
  await ana.button(words('hooks-add')).click();
  await expect(page.locator('#url-why')).toHaveText(words('refused-receiver-inside'));
  await expect(page.getByLabel(words('hooks-payload-full'))).toBeChecked();
  await inspect(page, 'webhooks-out-form');
  await page.getByLabel(words('hooks-url'), { exact: true }).fill(receiver.url);
  await ana.button(words('hooks-add')).click();
  await expect(page.getByRole('status')).toHaveText(words('hooks-did-add'));
  const first = (await page.locator('#secret').textContent()) ?? '';
  const endpoint = (await page.locator('form.log-readdress').getAttribute('action')) ?? '';

  const { number } = await life.order('shipped');
  const statuses = () => receiver.of(number).map(({ data }) => data.order?.status);
  await expect.poll(() => statuses().at(-1)).toBe('shipped');
  const heard = receiver.of(number);
  expect(heard.map(({ data }) => data.sequence)).toEqual(heard.map((_, index) => index + 1));
  expect([...new Set(statuses())]).toEqual(['pending', 'confirmed', 'processing', 'shipped']);
  for (const message of heard) expect(receiver.verifies(message, first), message.type).toBe(true);
  expect(receiver.verifies(heard[0], `whsec_${Buffer.from('not the secret').toString('base64')}`)).toBe(false);

  // While it does not answer, nothing is lost and nothing overtakes.
  receiver.status = 500;
  await desk.note(number, 'One.');
  await page.goto(`${endpoint}?order=${number}&state=pending`);
  await expect(async () => {
    await page.reload();
    await expect(page.locator('#log tbody')).toContainText('1 attempt', { timeout: 1_000 });
  }).toPass();
  receiver.status = 204;
  await desk.note(number, 'Two.');
  await expect.poll(() => receiver.of(number).length, { timeout: 30_000 }).toBe(heard.length + 2);
  expect(receiver.of(number).map(({ data }) => data.sequence)).toEqual(receiver.of(number).map((_, index) => index + 1));

  await page.goto(`${endpoint}?order=${number}`);
  await expect(page.locator('#log tbody tr')).toHaveCount(heard.length + 2);
  await fold('hooks-rotate');
  await ana.button(words('hooks-rotate')).click();
  await expect(page.getByRole('status')).toHaveText(words('hooks-did-rotate'));
  const second = (await page.locator('#secret').textContent()) ?? '';
  await inspect(page, 'webhooks-out-endpoint');
  await desk.note(number, 'Three.');
  await expect.poll(() => receiver.of(number).length).toBe(heard.length + 3);
  const newest = receiver.of(number).at(-1);
  expect([first, second].map((secret) => receiver.verifies(newest, secret))).toEqual([true, true]);

  await page.goto(endpoint);
  await ana.button(words('hooks-test')).click();
  await expect(page).toHaveURL(/\/messages\//);
  // The page looks again by itself.
  await expect(page.locator('.hook-attempts')).toContainText('HTTP 204');
  expect(receiver.verifies(receiver.heard.find(({ type }) => type === 'clew.test'), second)).toBe(true);
  await page.locator('.hook-attempts summary').first().click();
  await inspect(page, 'webhooks-out-message');

  await page.goto('/admin/webhooks');
  await expect(page.getByRole('row').filter({ hasText: 'Our ERP' })).toContainText(words('hooks-enabled'));
  await inspect(page, 'webhooks-out');
  await page.getByRole('link', { name: 'Our ERP' }).click();
  await fold('hooks-remove');
  await ana.button(words('hooks-remove')).click();
  await expect(page.getByRole('status')).toHaveText(words('hooks-did-remove'));
  await expect(page.getByRole('row').filter({ hasText: 'Our ERP' })).toHaveCount(0);
  await receiver.close();
});
