// The order form where a carrier brings it: goods and address, then the carriers' rates, then the till. With a script and without one.
import { randomUUID } from 'node:crypto';
import { inspect } from './support/axe';
import type { Office } from './support/office';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';
import { say } from './support/words';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A workshop in Madrid that sends parcels and hands nothing over itself. */
async function writeDown(office: Office, key: string): Promise<void> {
  const { page } = office;
  await page.goto(`/admin/places/edit?key=${encodeURIComponent(key)}`);
  await office.untilLive();
  const fields: Record<string, string> = {
    line1: 'Calle de la Princesa 1', city: 'Madrid', postal_code: '28008', country: 'ES', zone: 'Europe/Madrid', slot_capacity: '1',
    lead_minutes: '0', days_ahead: '1',
  };
  for (const day of DAYS) fields[day] = '00:00-24:00';
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
  for (const box of ['shipping', 'orders_open']) await page.locator(`[name="place[${box}]"]`).check();
  await page.locator('#workflow').selectOption('print-factory');
  await office.button(say('en', 'place-save')).click();
  await expect(page.getByText(say('en', 'place-saved'))).toBeVisible();
  await page.goto('/admin/places');
  await expect(page.getByRole('link', { name: key })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    test('a poster is ordered, its carrier chosen, and paid', async ({ office, storefront, newWindow }) => {
      const key = `Taller ${randomUUID().slice(0, 8)}`;
      const sku = `POSTER-${randomUUID().slice(0, 8)}`;
      const ana = await office(stage().ana, { javaScriptEnabled: true });
      await writeDown(ana, key);
      await storefront.put(sku, { name: `Poster ${sku}`, onHand: 9, price: 1450, currency: 'EUR', offered: true, weightGrams: 700 });

      const page = await newWindow({ locale: 'en-GB' });
      await page.goto(`/order/${encodeURIComponent(key)}`);
      await page.getByLabel(`Poster ${sku}`).fill('2');
      const email = `parcel.${randomUUID().slice(0, 8)}@customer.example`;
      const typed = { name: 'Zoë Hartley', email, phone: '+34 600 000 000', line1: 'Calle Mayor 12', city: 'Madrid', postal_code: '28013' };
      for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
      await page.locator('#gift').check();
      await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();

      // The second step; going back loses nothing.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'order-rates-title'));
      if (javaScriptEnabled) await inspect(page, 'order-rates');
      await page.getByRole('button', { name: say('en', 'order-rates-edit') }).click();
      for (const [id, value] of Object.entries(typed)) await expect(page.locator(`#${id}`)).toHaveValue(value);
      await expect(page.getByLabel(`Poster ${sku}`)).toHaveValue('2');
      await expect(page.locator('#gift')).toBeChecked();
      await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();

      const rates = page.getByRole('radio');
      await expect(rates.first()).toBeChecked();
      expect(await rates.count()).toBeGreaterThan(1);
      await rates.nth(1).check();
      const chosen = (await page.locator('label.rate').nth(1).locator('bdi').allTextContents()).join(' ');
      await page.getByRole('button', { name: say('en', 'order-form-submit') }).click();
      if (!javaScriptEnabled) return expect(page.locator('form:has(#cardNumber)')).toBeVisible();
      await new Till(page).pay(GOOD_CARD);
      const number = page.locator('dd[dir=ltr]').first();
      await expect(number).toBeVisible({ timeout: 30_000 });
      await ana.openOrder((await number.textContent()) ?? '');
      await expect(ana.page.getByText(chosen).first()).toBeVisible();
      await expect(ana.page.getByText(say('en', 'admin-gift'))).toBeVisible();
    });
  });
}
