// In and out: the list somebody filtered as a file, and a file of orders that is looked at, brought in, and says what is wrong.
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

const HEAD = 'reference;customer_name;email;line1;city;postal_code;country;currency;item_name;quantity;unit_price';

test('the filtered list comes as a file, and no name in it is a formula', async ({ office, storefront }) => {
  const mark = randomUUID().slice(0, 8);
  const evil = await storefront.place({ name: `=cmd|${mark}` });
  const other = await storefront.place({ name: `Zoë ${mark}` });
  await storefront.place({ name: 'Somebody else' });
  const { page } = await office(stage().ana);
  await page.goto(`/admin/orders?q=${mark}`);
  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name: say('en', 'admin-list-csv') }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(other.number);
  expect(lines[2]).toContain(evil.number);
  expect(lines[2]).toContain(`,'=cmd|${mark},`);
});

test('a file of orders is looked at first, then brought in, and what is wrong is named by its line', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/import');
  await inspect(page, 'import');
  const mark = randomUUID().slice(0, 8);
  const line = (n: number, quantity: string) => `${mark}-${n};Ana Ruiz;${mark}@market.example;Calle Mayor 12;Madrid;28013;ES;EUR;Poster;${quantity};14,50`;
  const send = async (name: string, text: string) => {
    await page.goto('/admin/import');
    await page.getByLabel(say('en', 'import-file')).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: say('en', 'import-look') }).click();
  };
  await send('wrong.csv', `${HEAD.replace('email', 'e_mial')}\n${line(1, '2')}`);
  await expect(page.locator('#file-why')).toContainText('e_mial');

  const file = [HEAD, line(1, '2'), line(2, 'two'), line(3, '1')].join('\r\n');
  await send('orders.csv', file);
  await expect(page.getByRole('status')).toHaveText(say('en', 'import-standing-checked'));
  await expect(page.getByRole('row').nth(1)).toContainText('3');
  await expect(page.getByRole('row').nth(1)).toContainText(say('en', 'import-column-quantity'));
  await inspect(page, 'import-looked-at');
  await page.getByRole('button', { name: say('en', 'import-go', { count: '2' }) }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'import-standing-done'), { timeout: 20_000 });
  await inspect(page, 'import-done');
  await page.goto(`/admin/orders?q=${mark}-1`);
  await expect(page.getByRole('row').filter({ hasText: 'Ana Ruiz' })).toHaveCount(1);

  // The same once more: nothing is left to do.
  await send('orders.csv', file);
  await expect(page.getByRole('status')).toHaveText(say('en', 'import-standing-checked'));
  await page.getByRole('button', { name: say('en', 'import-go', { count: '2' }) }).click();
  await expect(page.getByRole('status')).toHaveText(say('en', 'import-standing-done'), { timeout: 20_000 });
  await page.goto(`/admin/orders?q=${mark}-1`);
  await expect(page.getByRole('row').filter({ hasText: 'Ana Ruiz' })).toHaveCount(1);
});
