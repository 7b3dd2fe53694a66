// What a customer hears, how and when: signing in by a link, a telephone, the night, push, and the ways out.
import type { Page } from '@playwright/test';
import { PushService } from './support/push';
import type { Mail, Sandbox } from './support/sandbox';
import type { Placed } from './support/shop';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

function header(mail: Mail, name: string): string {
  return mail.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value.trim() ?? '';
}

async function signIn(page: Page, sandbox: Sandbox, order: Placed): Promise<void> {
  await page.goto('/my');
  await page.locator('#email').fill(order.email);
  await page.getByRole('button', { name: say('en', 'my-asks-do') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'my-sent-title'));
  await page.goto(await sandbox.signInLink(order));
  await page.getByRole('button', { name: say('en', 'my-opened-do') }).click();
  await expect(page).toHaveURL('/my');
}

/** An hour of the day in Madrid, so many hours from now. */
function inMadrid(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return at.toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', minute: '2-digit' });
}

test('a customer signs in by a link, which works once, and opens an order', async ({ life, sandbox, customer, newWindow }) => {
  const order = await life.order('paid');
  const { page } = customer;
  await signIn(page, sandbox, order);
  await page.getByRole('link', { name: order.number }).first().click();
  await expect(page).toHaveURL(`/o/${order.number}`);
  const other = await newWindow();
  const answer = await other.goto(await sandbox.signInLink(order));
  expect(answer?.status()).toBe(410);
  await page.goto('/my');
  await page.getByRole('button', { name: say('en', 'my-sign-out') }).click();
  await expect(page.locator('#email')).toBeVisible();
});

test('a customer confirms a telephone and chooses quiet hours', async ({ life, sandbox, customer, request }) => {
  const order = await life.order('paid');
  const { page } = customer;
  await signIn(page, sandbox, order);
  await page.getByRole('link', { name: say('en', 'preferences-title') }).click();
  // A number of its own: codes are limited by number. Spanish mobiles begin with a 6.
  const number = `+346${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  await page.locator('#phone').fill(number);
  await page.getByRole('button', { name: say('en', 'preferences-phone-send') }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'preferences-done-code'));
  await page.locator('#code').fill('000000');
  await page.getByRole('button', { name: say('en', 'preferences-phone-check') }).click();
  await expect(page.locator('#code-flaw')).toHaveText(say('en', 'refused-wrong-code'));
  const codes = (await (await request.get(`${stage().sandbox}/_control/sms/codes`)).json()) as { to: string; code: string }[];
  await page.locator('#code').fill(codes.find(({ to }) => to === number)?.code ?? '');
  await page.getByRole('button', { name: say('en', 'preferences-phone-check') }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'preferences-done-verified'));
  await expect(page.locator('#phone-part')).toContainText(number.slice(-3));
  await expect(page.locator('body')).not.toContainText(number);
  await page.locator('#quiet').check();
  await page.locator('#quiet_from').fill('21:30');
  await page.locator('#quiet_until').fill('21:30');
  await page.getByRole('button', { name: say('en', 'preferences-save') }).click();
  await expect(page.locator('#quiet_until-flaw')).toHaveText(say('en', 'preferences-flaw-same'));
  await page.locator('#quiet_until').fill('07:15');
  await page.locator('#zone').selectOption('Europe/Chisinau');
  await page.getByLabel(like('en', 'preferences-box')).first().uncheck();
  await page.getByRole('button', { name: say('en', 'preferences-save') }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'preferences-done-saved'));
  await expect(page.locator('#quiet_from')).toHaveValue('21:30');
  await expect(page.locator('#zone')).toHaveValue('Europe/Chisinau');
  await expect(page.getByLabel(like('en', 'preferences-box')).first()).not.toBeChecked();
});

test('a customer is told by push what happens with an order, and no longer', async ({ life, sandbox, desk, customer }) => {
  const order = await life.order('processing');
  const { page } = customer;
  const push = await PushService.of(page);
  await signIn(page, sandbox, order);
  // It must not be night where this test runs.
  await page.goto('/my/preferences');
  await page.locator('#quiet').check();
  await page.locator('#quiet_from').fill(inMadrid(6));
  await page.locator('#quiet_until').fill(inMadrid(7));
  await page.getByRole('button', { name: say('en', 'preferences-save') }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'preferences-done-saved'));
  await page.goto(`/my/orders/${order.number}`);
  await customer.untilLive();
  await page.locator('#tell-on').click();
  await expect(page.locator('#tell-said')).toHaveText(say('en', 'push-said-on'));
  await desk.ship(order.number, { carrier: 'ups', tracking_number: '1Z999AA10123456784' });
  const data = await push.received(1);
  const sent = JSON.parse(data) as { title: string; body: string; url: string };
  const [shown] = await push.show(data);
  expect(shown).toEqual({ title: sent.title, body: sent.body, url: sent.url });
  expect(sent.url.startsWith(stage().shop)).toBe(true);
  await page.reload();
  await customer.untilLive();
  await page.locator('#tell-off').click();
  await expect(page.locator('#tell-said')).toHaveText(say('en', 'push-said-off'));
  await expect(page.locator('#tell-on')).toBeVisible();
});

test('a customer unsubscribes from the button of their mail program, and comes back', async ({ life, sandbox, customer, request }) => {
  const order = await life.order('paid');
  const mail = await sandbox.mail(order, 1);
  expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const link = header(mail, 'List-Unsubscribe').replace(/^<|>$/g, '');
  // As Gmail does it: no cookie, no origin, a body of one field.
  const clicked = await request.post(link, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(clicked.status()).toBe(200);
  const { page } = customer;
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'unsubscribe-left-title'));
  await page.getByRole('button', { name: say('en', 'unsubscribe-again') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'unsubscribe-back-title'));
});

test('a customer unsubscribes by hand, and hears no more of where the order stands', async ({ life, sandbox, desk, customer }) => {
  const order = await life.order('processing');
  const before = await sandbox.mails(order, 1);
  const { page } = customer;
  await page.goto(header(before.at(-1) as Mail, 'List-Unsubscribe').replace(/^<|>$/g, ''));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'unsubscribe-asks-title'));
  await page.getByRole('button', { name: say('en', 'unsubscribe-do') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'unsubscribe-left-title'));
  await desk.ship(order.number, {});
  // What is about money still comes, and nothing came before it.
  await desk.refund(order.number, 100);
  await expect
    .poll(async () => (await sandbox.mails(order, 1)).some((mail) => mail.subject.includes(say('en', 'notice-refunded-subject').split('{')[0]?.trim() ?? '')))
    .toBe(true);
  const shipped = say('en', 'notice-shipped-title');
  expect((await sandbox.mails(order, 1)).filter((mail) => mail.text.includes(shipped))).toEqual([]);
});
