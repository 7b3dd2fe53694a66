// An owner who takes things back says so in the workflow editor. Here without a browser: the editor is a plain form.
import { type APIRequestContext, request } from '@playwright/test';
import type { Account } from './stage';

/** Gives customers so many days after delivery, by saving the workflow anew as this administrator. */
export async function allowReturns(shop: string, boss: Account, key: string, days: number): Promise<void> {
  const browser = await request.newContext({ baseURL: shop, storageState: boss.state, extraHTTPHeaders: { origin: shop } });
  const address = `/admin/workflows/${key}`;
  const fields = await typed(browser, address);
  fields.set('return_days', String(days));
  fields.set('do', 'save');
  const answer = await browser.post(address, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: fields.toString(),
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${key} was not saved: ${answer.status()} ${(await answer.text()).slice(0, 2000)}`);
  await browser.dispose();
}

/** What stands in the editor's form, as a browser would post it. */
async function typed(browser: APIRequestContext, address: string): Promise<URLSearchParams> {
  const html = await (await browser.get(address)).text();
  const form = html.split('class="flow"')[1]?.split('</form>')[0] ?? '';
  const fields = new URLSearchParams();
  let select = '';
  for (const [tag, kind] of form.matchAll(/<(input|select|option)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (kind === 'select') select = name;
    else if (kind === 'option' && / selected\b/.test(tag)) fields.append(select, attribute(tag, 'value'));
    else if (kind === 'input' && name && (!/type="(checkbox|radio)"/.test(tag) || / checked\b/.test(tag))) fields.append(name, attribute(tag, 'value'));
  }
  if (fields.size === 0) throw new Error(`${address} shows no editor: ${html.slice(0, 2000)}`);
  return fields;
}

function attribute(tag: string, name: string): string {
  const value = tag.split(` ${name}="`)[1]?.split('"')[0] ?? '';
  return value.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
