// Signs a person in once and keeps the session, since sign-ins are limited and most tests are about something else.
import { request } from '@playwright/test';
import type { Account } from './stage';

export async function signIn(shop: string, account: Account): Promise<void> {
  const browser = await request.newContext({ baseURL: shop, extraHTTPHeaders: { origin: shop } });
  const answer = await browser.post('/admin/sign-in', {
    form: { email: account.email, password: account.password, next: '/admin' },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${account.email} cannot sign in: ${answer.status()} ${await answer.text()}`);
  await browser.storageState({ path: account.state });
  await browser.dispose();
}
