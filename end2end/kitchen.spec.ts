// A kitchen from its first opening hours to the plate: an administrator writes the location down, a customer orders through the public
// form, pays, and the kitchen works the order through its own stages with its own buttons.
import { inspect } from './support/axe';
import type { CustomerPage } from './support/customer';
import type { Office } from './support/office';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';
import { say } from './support/words';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

async function writeDown(office: Office, key: string, seats: string): Promise<void> {
  const { page } = office;
  await page.goto(`/admin/places/edit?key=${encodeURIComponent(key)}`);
  await office.untilLive();
  const fields: Record<string, string> = {
    line1: '1 Parliament Square', city: 'London', postal_code: 'SW1A 1AA', country: 'GB', zone: 'Europe/London',
    radius: '16.1', slot_minutes: '30', slot_capacity: seats, lead_minutes: '30', days_ahead: '2',
  };
  for (const day of DAYS) fields[day] = '00:00-24:00';
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
  for (const box of ['pickup', 'delivery', 'orders_open']) await page.locator(`[name="place[${box}]"]`).check();
  await page.locator('#workflow').selectOption('kitchen');
  await office.button(say('en', 'place-save')).click();
  await expect(page.getByText(say('en', 'place-saved'))).toBeVisible();
  await page.goto('/admin/places');
  await expect(page.getByRole('link', { name: key })).toBeVisible();
}

async function fill(page: CustomerPage['page'], email: string): Promise<void> {
  await page.getByLabel('Ramen').fill('2');
  await page.getByRole('radio', { name: say('en', 'method-pickup') }).check();
  await page.locator('#slot').selectOption({ index: 3 });
  await page.locator('#name').fill('Zoë Hartley');
  await page.locator('#email').fill(email);
}

test('a kitchen takes an order through its form and works it to its end', async ({ office, storefront, newWindow }) => {
  const key = `Soho ${test.info().workerIndex}-${Date.now()}`;
  const ana = await office(stage().ana);
  await writeDown(ana, key, '4');
  await storefront.put('RAMEN', { name: 'Ramen', onHand: 50, price: 1250, currency: 'GBP', offered: true });

  const page = await newWindow({ locale: 'en-GB' });
  await page.goto(`/order/${encodeURIComponent(key)}`);
  await inspect(page, 'the order form');
  await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'order-form-flaw-goods'));
  await inspect(page, 'the order form after a refusal');
  await fill(page, `kitchen.${Date.now()}@customer.example`);
  await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();
  await new Till(page).pay(GOOD_CARD);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'customer-checkout-held'), { timeout: 30_000 });
  const number = await page.locator('dd[dir=ltr]').first().textContent();

  await ana.openOrder(number ?? '');
  await expect(ana.page.getByText(say('en', 'method-pickup')).first()).toBeVisible();
  for (const verb of ['preparing', 'ready', 'completed']) await ana.button(say('en', `stage-kitchen-${verb}-verb`)).click();
  await expect(ana.status).toHaveText('Delivered');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the order form keeps what was typed and leads to the till', async ({ office, storefront, newWindow }) => {
    const key = `Noscript ${Date.now()}`;
    await writeDown(await office(stage().ana, { javaScriptEnabled: true }), key, '4');
    await storefront.put('RAMEN', { name: 'Ramen', onHand: 50, price: 1250, currency: 'GBP', offered: true });
    const page = await newWindow({ locale: 'en-GB' });
    await page.goto(`/order/${encodeURIComponent(key)}`);
    await fill(page, 'no.address');
    await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();
    await expect(page.locator('#email-flaw')).toHaveText(say('en', 'order-form-flaw-email'));
    await expect(page.getByLabel('Ramen')).toHaveValue('2');
    await page.locator('#email').fill(`noscript.${Date.now()}@customer.example`);
    await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();
    await expect(page.locator('form:has(#cardNumber)')).toBeVisible();
  });
});
