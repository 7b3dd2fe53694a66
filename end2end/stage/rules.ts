// Most tests count the mails they are about. News in between is told in tests of its own; on the stage it stays out of the way.
import { request } from '@playwright/test';
import type { Account } from './stage';

/** Switches off, for all workflows, what a shop tells by mail between "shipped" and "delivered", and when it starts. */
export async function fewerMails(shop: string, boss: Account): Promise<void> {
  const browser = await request.newContext({ baseURL: shop, storageState: boss.state, extraHTTPHeaders: { origin: shop } });
  const answer = await browser.post('/admin/notices/rules', {
    form: { 'processing.email': 'off', 'out_for_delivery.email': 'off', 'delayed.email': 'off', 'exception.email': 'off' },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`the rules were not saved: ${answer.status()} ${(await answer.text()).slice(0, 2000)}`);
  await browser.dispose();
}
