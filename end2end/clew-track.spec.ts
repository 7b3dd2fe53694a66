// <clew-track> on another site: its page, its policy, and nothing of ours but a script.
import { inspect } from './support/axe';
import { abroad, complaints, example, ForeignSite, Track } from './support/foreign';
import { expectNoReload, mark } from './support/marker';
import { expect, stage, test } from './support/test';
import { Watch } from './support/watch';
import { say } from './support/words';

let site: ForeignSite;
test.beforeAll(async () => {
  site = await ForeignSite.open();
});
test.afterAll(async () => site.close());

const STRICTEST = ["style-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"];

test('a strict page of another site shows an order, live, and its browser complains about nothing', async ({ life, page, context }) => {
  const watch = await Watch.over(context);
  const order = await life.order('paid');
  await page.goto(site.address(undefined, ...STRICTEST));
  const track = new Track(page.locator('clew-track'));
  await expect(track.headline).toHaveText(say('en', 'customer-track-title'));

  const refused = async (number: string, email: string) => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      track.lookUp(number, email),
    ]);
    expect(answer.status()).toBe(404);
    await expect(track.alert).toContainText(say('en', 'customer-problem-not-found'));
    await expect(track.alert).toBeFocused();
    await expect(track.element.locator('#email')).toHaveAttribute('aria-invalid', 'true');
    return answer.text();
  };
  expect(await refused(order.number, `not.${order.email}`)).toBe(await refused('7K3QD-2M4XP', order.email));

  await track.lookUp(order.number.toLowerCase().replace('-', ' '), order.email.toUpperCase());
  await expect(track.headline).toBeFocused();
  await expect(track.element).toContainText(order.number);
  await expect(track.element).toContainText('Poster A2');
  await expect(track.pulse).toHaveText(say('en', 'customer-live'));
  await mark(page);

  await life.step(order, 'processing');
  await expect(track.currentStep).toHaveText('Being printed', { timeout: 2_000 });
  await expect(track.announcement).toHaveText(/^New: Being printed, /);
  await track.element.locator('#another').focus();
  await life.step(order, 'shipped');
  await expect(track.headline).toHaveText(say('en', 'customer-promise-shipped'), { timeout: 2_000 });
  await expect(track.timeline.first()).toHaveText('On its way');
  await expect(track.element.locator('#another')).toBeFocused();
  await expectNoReload(page);

  expect(complaints(watch)).toEqual([]);
  expect(abroad(watch, page)).toEqual([stage().shop]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('several stand on one page in their own languages, survive a move, and say when the line breaks', async ({ life, page, context }) => {
  const order = await life.order('processing');
  const several = `${example('html', '<clew-track')}<div id="there"></div>${example('html', '<clew-track').replace('lang="en"', 'lang="ru"')}`;
  await page.goto(site.address(several));
  const [english, russian] = [new Track(page.locator('clew-track').first()), new Track(page.locator('clew-track[lang=ru]'))];
  await expect(russian.headline).toHaveText(say('ru', 'customer-track-title'));
  await english.lookUp(order.number, order.email);
  await expect(english.pulse).toHaveText(say('en', 'customer-live'));
  await expect(russian.headline).toHaveText(say('ru', 'customer-track-title'));

  await english.element.evaluate((element) => document.getElementById('there')?.append(element));
  await expect(english.pulse).toHaveText(say('en', 'customer-live'));
  await english.element.evaluate((element) => element.setAttribute('lang', 'ro'));
  await expect(english.pulse).toHaveText(say('ro', 'customer-live'));

  await context.setOffline(true);
  await expect(english.pulse).toHaveText(say('ro', 'customer-offline'));
  await russian.lookUp(order.number, order.email);
  await expect(russian.alert).toContainText(say('ru', 'customer-elsewhere-again'));
  await life.step(order, 'shipped');
  await context.setOffline(false);
  await expect(english.headline).toHaveText(say('ro', 'customer-promise-shipped'));
  await expect(russian.headline).toHaveText(say('ru', 'customer-promise-shipped'));
});

test('where no script runs, or the site is not named, the link inside is shown', async ({ page, newWindow }) => {
  const plain = await newWindow({ javaScriptEnabled: false });
  await plain.goto(site.address());
  await expect(plain.getByRole('link', { name: 'Track your order' })).toHaveAttribute('href', `${stage().shop}/track`);
  // The same site under another name is another origin.
  await page.goto(site.address().replace('localhost', '127.0.0.1'));
  await expect(page.getByRole('link', { name: 'Track your order' })).toBeVisible();
  await expect(page.locator('clew-track').locator('form')).toHaveCount(0);
});

test('form, refusal, order and badge are accessible, in light and dark', async ({ life, page }) => {
  const order = await life.order('shipped');
  await page.goto(site.address(`${example('html', '<clew-track')}<p>${example('html', 'badge.svg')}</p>`, `img-src data: ${stage().shop}`));
  const track = new Track(page.locator('clew-track'));
  await expect(track.headline).toBeVisible();
  await inspect(page, 'elsewhere-form');
  await track.lookUp(order.number, `not.${order.email}`);
  await expect(track.alert).toBeVisible();
  await inspect(page, 'elsewhere-refused');
  await track.lookUp(order.number, order.email);
  await expect(track.pulse).toHaveText(say('en', 'customer-live'));
  await inspect(page, 'elsewhere-order');
  expect(await page.locator('img').evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(100);
});
