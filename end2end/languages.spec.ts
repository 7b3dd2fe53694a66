// Four languages, each whole: the right `lang`, the right words, no key that somebody forgot to translate.
import type { Page } from '@playwright/test';
import { expect, stage, test } from './support/test';
import { like, LANGUAGES, type Language, say } from './support/words';

// A parameter of a carrier's address is none of our words.
const KEY = /(?<![?&])\b(customer|admin|status|payment|event|stage|source|role|inbox|notice|refused|fault|weekday|month|workflow|tracking|label|refund|return|attention)-[a-z]+(-[a-z0-9]+)*\b/;

/** Everything a page says: text, and the attributes that are read aloud. */
async function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const read = ['aria-label', 'title', 'placeholder', 'alt', 'data-announce', 'data-live-word', 'data-reconnecting', 'data-paused', 'data-offline', 'data-gone'];
    const said = read.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''));
    return [document.title, ...(document.body.textContent ?? '').split('\n'), ...said];
  });
}

async function expectWhole(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  for (const words of await spoken(page)) {
    expect.soft(words).not.toContain('Unknown localization');
    expect.soft(words).not.toMatch(KEY);
    // Romanian has a comma below, not a cedilla.
    if (language === 'ro') expect.soft(words).not.toMatch(/[şţŞŢ]/);
  }
}

for (const language of LANGUAGES) {
  test(`an order in ${language} is told in ${language} from payment to delivery`, async ({ storefront, life, sandbox, customer }) => {
    const order = await storefront.place({ language });
    await customer.open(order);
    await expect(customer.headline).toHaveText(say(language, 'customer-promise-waiting'));
    await expectWhole(customer.page, language);
    await customer.untilLive();
    await life.step(order, 'paid');
    await expect(customer.headline).toHaveText(like(language, 'customer-promise-by'));
    await expectWhole(customer.page, language);
    await life.step(order, 'processing');
    await life.step(order, 'shipped');
    await expect(customer.headline).toHaveText(say(language, 'customer-promise-shipped'));
    await expectWhole(customer.page, language);
    await life.step(order, 'delivered');
    await expect(customer.headline).toHaveText(like(language, 'customer-promise-delivered'));
    await expectWhole(customer.page, language);
    const subjects = (await sandbox.mails(order, 3)).map((mail) => mail.subject).reverse();
    const wanted = ['confirmation', 'shipped', 'delivered'].map((kind) => say(language, `notice-${kind}-subject`, { number: order.number }));
    expect(subjects).toEqual(wanted);
  });

  test(`the customer's other pages are whole in ${language}`, async ({ customer, context }) => {
    const { page } = customer;
    await page.goto(`/track?lang=${language}`);
    await expect(page).toHaveURL('/track');
    await expect(customer.headline).toHaveText(say(language, 'customer-track-title'));
    await expectWhole(page, language);
    await customer.lookUp('7K3QD-2M4XP', `nobody.${language}@customer.example`);
    await expect(page.getByRole('alert')).toContainText(say(language, 'customer-problem-not-found'));
    const doors = ['/admin/sign-in', '/admin/set-up/nonsense', '/admin/forgot', '/admin/password/nonsense'];
    for (const path of ['/track', '/t/nonsense', '/checkout/cancel?number=7K3QD-2M4XP', '/no/such/page', ...doors]) {
      await page.goto(path);
      await expectWhole(page, language);
    }
    const cookie = (await context.cookies()).find(({ name }) => name === 'clew_language');
    expect(cookie).toMatchObject({ value: language, httpOnly: true, sameSite: 'Lax' });
  });
}

for (const language of LANGUAGES) {
  test(`money and parcels are told in ${language}: packed, partly refunded, cancelled, sent back`, async ({ life, desk, sandbox, customer }) => {
    const { page } = customer;
    const order = await life.order('paid', { language });
    const number = await desk.buyLabel(order.number);
    await customer.open(order);
    await expect(customer.headline).toHaveText(say(language, 'customer-promise-packed'));
    await expectWhole(page, language);
    await desk.refund(order.number, 1000);
    await sandbox.scan(number, { status: 'DELIVERED', substatus: 'delivered' });
    await sandbox.mails(order, 3);
    await page.reload();
    await expect(customer.headline).toHaveText(like(language, 'customer-promise-delivered'));
    await expectWhole(page, language);
    await page.locator('#change').click();
    await expectWhole(page, language);
    await page.getByRole('main').getByRole('button').click();
    await expect(page.locator('.promise .note').last()).toHaveText(like(language, 'customer-return-asked'));
    await expectWhole(page, language);

    const second = await life.order('paid', { language });
    await customer.open(second);
    await page.locator('#change').click();
    await expectWhole(page, language);
    await page.getByRole('main').getByRole('button').click();
    await expect(customer.headline).toHaveText(say(language, 'customer-promise-cancelled'));
    await expectWhole(page, language);
    const subjects = (await sandbox.mails(second, 3)).map((mail) => mail.subject).reverse();
    const wanted = ['confirmation', 'cancelled', 'refunded'].map((kind) => say(language, `notice-${kind}-subject`, { number: second.number }));
    expect(subjects).toEqual(wanted);
  });
}

test('staff choose their language, and every page is in it', async ({ life, desk, office }) => {
  test.setTimeout(400_000);
  const order = await life.order('paid');
  await desk.buyLabel(order.number);
  await desk.refund(order.number, 500);
  const home = `/admin/orders/${order.number}`;
  const steps = [home, `${home}?do=refund`, `${home}?do=refund&amount=5`, `${home}?do=refund&amount=999`, `${home}?do=label&box=2`];
  const { page, ...vera } = await office(stage().vera);
  const running = { timeout: 40_000 };
  await page.goto('/admin');
  for (const language of [...LANGUAGES.filter((language) => language !== 'en'), 'en'] as Language[]) {
    await expect(vera.line).toHaveAttribute('class', /live-on/, running);
    await page.locator('#language').selectOption(language);
    await page.locator('form:has(#language) button').click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('h1')).toHaveText(say(language, 'admin-nav-overview'));
    await page.goto('/admin/settings');
    await expect(page.locator('h1')).toHaveText(say(language, 'admin-settings'));
    await expectWhole(page, language);
    for (const path of ['/admin', '/admin/orders', ...steps, `/admin/labels?order=${order.number}`, '/admin/attention', '/admin/inbox', '/admin/no/such/page']) {
      await page.goto(path);
      await expectWhole(page, language);
      await expect(vera.line).toHaveText(say(language, 'admin-live'), running);
      await expectWhole(page, language);
    }
    await page.goto('/admin');
  }
});
