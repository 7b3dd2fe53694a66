// API keys from the page that makes them to the program that uses them.
import { type APIRequestContext } from '@playwright/test';
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

/** What a program with this secret is answered that reads products. */
async function opens(program: APIRequestContext, secret: string): Promise<number> {
  const answer = await program.get(`${stage().shop}/api/products`, { headers: { authorization: `Bearer ${secret}` } });
  return answer.status();
}

test('a key is made on its page, used by a program, rotated without a gap and revoked', async ({ office, playwright }) => {
  const { page } = await office(stage().ana);
  const press = (key: string) => page.getByRole('button', { name: say('en', key), exact: true });
  const secret = () => page.locator('#secret').inputValue();
  // A program has no cookies.
  const program = await playwright.request.newContext();
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: say('en', 'keys-title'), exact: true }).click();
  await inspect(page, 'staff-keys');
  await page.getByLabel(say('en', 'keys-name'), { exact: true }).fill('Web shop');
  const ticked = page.locator('input[name=scope]:checked');
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await page.locator('input[value="products:read"]').check();
  await page.getByLabel(say('en', 'keys-sites')).fill('no site');
  await press('keys-make').click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'keys-flawed'));
  await expect(page.getByLabel(say('en', 'keys-sites'))).toHaveAttribute('aria-invalid', 'true');
  await inspect(page, 'staff-keys-flawed');
  await page.getByLabel(say('en', 'keys-sites')).fill('');
  await press('keys-make').click();
  await expect(page.getByRole('status')).toContainText(say('en', 'keys-did-make'));
  const first = await secret();
  expect(await opens(program, first)).toBe(200);
  await inspect(page, 'staff-key');
  await page.goto('/admin/keys');
  await page.getByRole('link', { name: 'Web shop', exact: true }).click();
  await expect(page.locator('#secret')).toHaveCount(0);
  await page.getByLabel(say('en', 'keys-overlap'), { exact: true }).selectOption({ label: say('en', 'keys-overlap-hour') });
  await press('keys-rotate-go').click();
  const second = await secret();
  expect([await opens(program, first), await opens(program, second)]).toEqual([200, 200]);
  await page.getByLabel(say('en', 'keys-revoke-sure')).check();
  await press('keys-revoke-go').click();
  await expect(page.getByRole('status')).toContainText(say('en', 'keys-did-revoke'));
  await expect(page.getByRole('row').filter({ hasText: 'Web shop' })).toContainText(say('en', 'keys-state-revoked'));
  expect([await opens(program, first), await opens(program, second)]).toEqual([401, 401]);
  await program.dispose();
});
