// A tracking number as people enter it: the carrier is suggested while they paste, what they chose stays, and other orders with the number
// are named.
import type { Page } from '@playwright/test';
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

/** A number of UPS that no other test has: digits with their right check digit. */
function ups(): string {
  const digits = `999${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`;
  const sum = [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 2), 0);
  return `1Z${digits}${(10 - (sum % 10)) % 10}`;
}

/** As a label prints it. */
function spaced(number: string): string {
  return number.replaceAll(/(.{4})/g, '$1 ').trim();
}

/** The form that marks an order as shipped. */
function form(page: Page) {
  const form = page.locator('form.ship');
  return {
    carrier: form.getByLabel(say('en', 'admin-carrier')),
    number: form.getByLabel(say('en', 'admin-tracking-number')),
    said: form.locator('.number-hint'),
    choice: (name: string) => form.locator('.number-hint').getByRole('button', { name: new RegExp(`^${name} `) }),
  };
}

test('a pasted number names its carrier, and is kept without its blanks', async ({ life, office }) => {
  const order = await life.order('processing');
  const number = ups();
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.untilLive();
  const asked: string[] = [];
  ion.page.on('request', (request) => {
    if (request.url().includes('/admin/fn/number_hint')) asked.push(request.url());
  });
  const { carrier, number: field, said, choice } = form(ion.page);
  // Key by key, faster than anybody types.
  await field.evaluate((input: HTMLInputElement, text) => {
    for (let end = 1; end <= text.length; end += 1) {
      input.value = text.slice(0, end);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, spaced(number));
  await expect(carrier).toHaveValue('UPS');
  await expect(said).toContainText(say('en', 'admin-number-kept', { name: number }));
  await expect(choice('UPS')).toHaveAttribute('aria-pressed', 'true');
  expect(asked, 'no question per key').toHaveLength(1);
  await inspect(ion.page, 'admin-number-hint');
  await ion.button('Mark shipped').click();
  await expect(ion.status).toHaveText('Shipped');
  await expect(ion.link(number)).toHaveAttribute('href', `https://www.ups.com/track?tracknum=${number}`);
});

test('a carrier’s page is understood, and a chosen carrier stays', async ({ life, office }) => {
  const order = await life.order('processing');
  const number = ups();
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.untilLive();
  const { carrier, number: field, said, choice } = form(ion.page);
  await carrier.fill('GLS');
  await field.fill(`https://www.ups.com/track?loc=en_US&tracknum=${number}`);
  await expect(said).toContainText(say('en', 'admin-number-kept', { name: number }));
  await expect(carrier).toHaveValue('GLS');
  await expect(choice('UPS')).toHaveAttribute('aria-pressed', 'false');
  await choice('UPS').click();
  await expect(carrier).toHaveValue('UPS');
  await ion.button('Mark shipped').click();
  await expect(ion.link(number)).toHaveAttribute('href', `https://www.ups.com/track?tracknum=${number}`);
});

test('a number that another order has is warned of and kept all the same', async ({ life, desk, office }) => {
  const number = ups();
  const other = await life.order('processing');
  await desk.ship(other.number, { carrier: 'ups', tracking_number: number });
  const order = await life.order('processing');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.untilLive();
  const { number: field, said } = form(ion.page);
  await field.fill(number);
  await expect(said).toContainText(say('en', 'admin-number-twice'));
  await expect(said.getByRole('link', { name: other.number })).toHaveAttribute('href', `/admin/orders/${other.number}`);
  await ion.button('Mark shipped').click();
  await expect(ion.status).toHaveText('Shipped');
  await expect(ion.parcels).toContainText(say('en', 'admin-number-shared', { name: number }));
  await expect(ion.parcels.getByRole('link', { name: other.number })).toBeVisible();
  await ion.openOrder(other.number);
  await expect(ion.parcels.getByRole('link', { name: order.number })).toBeVisible();
});

test('without JavaScript the server names the carrier, and the page the other order', async ({ life, desk, office }) => {
  const number = ups();
  const other = await life.order('processing');
  await desk.ship(other.number, { carrier: 'ups', tracking_number: number });
  const order = await life.order('processing');
  const ion = await office(stage().ion, { javaScriptEnabled: false });
  await ion.openOrder(order.number);
  await form(ion.page).number.fill(spaced(number));
  await ion.button('Mark shipped').click();
  await expect(ion.status).toHaveText('Shipped');
  await expect(ion.link(number)).toHaveAttribute('href', `https://www.ups.com/track?tracknum=${number}`);
  await expect(ion.parcels).toContainText(say('en', 'admin-number-shared', { name: number }));
  await expect(ion.parcels.getByRole('link', { name: other.number })).toBeVisible();
});
