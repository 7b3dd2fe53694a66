// Paper as it leaves the printer, and the scanners that read it again.
import { type Printed, print } from './support/paper';
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';
import type { Item, Placed } from './support/shop';
import type { Page } from '@playwright/test';

const SIZES = [
  { size: 'a5', width: 148, height: 210 },
  { size: 'a4', width: 210, height: 297 },
  { size: 'small', width: 100, height: 150 },
] as const;
/** No printer reaches closer to the edge of its sheet. */
const UNPRINTABLE = 3;

const plain = (order: Placed) => order.number.replace('-', '');

function many(count: number): Item[] {
  const line = (at: number): Item => ({
    name: `Line ${at} end`,
    quantity: at,
    unitAmount: 100,
    options: { paper: '170 g', finish: at % 2 ? 'matte' : 'gloss' },
    printFileUrl: `https://files.example/${at}/${'a-long-name-'.repeat(8)}${at}.pdf`,
  });
  return Array.from({ length: count }, (_, at) => line(at + 1));
}

/** Nothing lies where it would be cut, and every sheet is the one that was asked for. */
function expectWhole(sheets: Printed[], { width, height }: { width: number; height: number }): void {
  for (const [at, sheet] of sheets.entries()) {
    expect([sheet.width, sheet.height], `sheet ${at + 1}`).toEqual([width, height]);
    expect(sheet.margin, `white at the edge of sheet ${at + 1}`).toBeGreaterThanOrEqual(UNPRINTABLE);
  }
}

for (const sheet of SIZES) {
  test(`ticket and slip on ${sheet.size} are whole, and their codes are the order's`, async ({ life, office }) => {
    const order = await life.order('paid', { reference: 'WEB-1042' });
    const { page } = await office(stage().ion);
    await page.goto(`/admin/print?order=${order.number}&what=ticket,slip&size=${sheet.size}`);
    const printed = await print(page);
    expect(printed).toHaveLength(2);
    expectWhole(printed, sheet);
    const [ticket, slip] = printed;
    expect(ticket?.codes).toEqual({ QRCode: [`${stage().shop}/admin/orders/${order.number}`], Code128: [plain(order)] });
    expect(slip?.codes).toEqual({ QRCode: [`${stage().shop}/o/${order.number}`], Code128: [plain(order)] });
    for (const words of [order.number, 'Poster A2', 'Business cards', '170 g', 'WEB-1042', say('en', 'paper-leaves-by')]) {
      expect(ticket?.text).toContain(words);
    }
    expect(slip?.text).toContain('Calle Mayor 12');
    expect(slip?.text).toContain('€53.90');
    expect(printed.map((it) => it.text).join()).not.toContain(say('en', 'paper-show'));
  });

  test(`sixty lines and endless names on ${sheet.size} go on overleaf and lose nothing`, async ({ life, office }) => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
    const order = await life.order('paid', { name: `Ana ${long}`, location: 'T'.repeat(90), items: many(60) });
    const { page } = await office(stage().ion);
    await page.goto(`/admin/print?order=${order.number}&what=ticket&size=${sheet.size}`);
    const printed = await print(page);
    expect(printed.length).toBeGreaterThan(2);
    expectWhole(printed, sheet);
    const text = printed.map((it) => it.text).join(' ');
    for (let at = 1; at <= 60; at++) expect(text).toContain(`Line ${at} end`);
    // A line is never torn in two: where its name is, its first choice is.
    for (const it of printed) {
      for (const [, at] of it.text.matchAll(/Line (\d+) end/g)) expect(it.text, `line ${at}`).toContain(`${at}.pdf`.slice(-4));
    }
    for (const [at, it] of printed.entries()) {
      expect(it.text, 'each sheet says whose it is').toContain(order.number);
      expect(it.text, 'and which of how many').toContain(`${at + 1} / ${printed.length}`);
    }
  });
}

test('many orders and a label are one run: each on its own sheet, the label on one of 100 by 150 mm', async ({ life, desk, storefront, sandbox, office }) => {
  const rate = (await storefront.rates())[0];
  if (!rate) throw new Error('nobody sends anything');
  const first = await life.order('paid', { rate });
  const second = await life.order('paid', { language: 'ro' });
  const tracking = await desk.buyLabel(first.number);
  const { page } = await office(stage().ana);
  await page.goto(`/admin/print?order=${first.number}&order=${second.number}&what=ticket,slip,label&size=a5`);
  await expect(page.getByText(like('en', 'paper-label-none'))).toBeVisible();
  const printed = await print(page);
  expect(printed.map((it) => [it.width, it.height])).toEqual([[148, 210], [148, 210], [100, 150], [148, 210], [148, 210]]);
  expect(printed[0]?.codes.Code128).toEqual([plain(first)]);
  expect(printed[3]?.codes.Code128).toEqual([plain(second)]);
  expect(printed[4]?.text, 'in the language of its customer').toContain(say('ro', 'paper-deliver-to'));
  expect(tracking).toBeTruthy();
  expect(printed[2]?.margin, 'there is a label on the label’s sheet').toBeLessThan(10);
  expect((await sandbox.purchases(rate.shipmentId))).toHaveLength(1);
});

test('a gift has no price on it', async ({ life, office }) => {
  const order = await life.order('paid');
  const { page } = await office(stage().ion);
  await page.goto(`/admin/print?order=${order.number}&what=slip`);
  await page.getByLabel(say('en', 'paper-gift')).check();
  await page.getByRole('button', { name: say('en', 'paper-show') }).click();
  await expect(page).toHaveURL(/gift=yes/);
  const [slip] = await print(page);
  expect(slip?.text).not.toMatch(/€|\d[.,]\d\d/);
  expect(slip?.codes.Code128).toEqual([plain(order)]);
});

test('the button notes the run, then prints; a run is one event', async ({ life, desk, office }) => {
  const order = await life.order('paid');
  const { page } = await office(stage().ion);
  await page.addInitScript(() => {
    Reflect.set(window, 'printed', 0);
    window.print = () => void Reflect.set(window, 'printed', Reflect.get(window, 'printed') + 1);
  });
  await page.goto(`/admin/print?order=${order.number}&what=ticket`);
  const runs = async () => (await desk.order(order.number)).events.filter((event) => event.kind === 'printed').length;
  expect(await runs()).toBe(0);
  await page.getByRole('button', { name: say('en', 'paper-print'), exact: true }).click();
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);
  expect(await runs()).toBe(1);
  await page.getByRole('button', { name: say('en', 'paper-print'), exact: true }).click();
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed'))).toBe(2);
  expect(await runs()).toBe(1);
  await page.route('**/admin/print**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: say('en', 'paper-print'), exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(say('en', 'paper-not-noted'));
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(2);
});

/** What a scanner that pretends to be a keyboard does. */
async function wedge(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

/** Puts the keyboard nowhere in particular. */
async function leaveFields(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

test('a scanner opens an order from any page of the admin', async ({ life, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  const { page } = ion;
  for (const code of [plain(order), order.number.toLowerCase(), `${stage().shop}/admin/orders/${order.number}`]) {
    await page.goto('/admin/orders');
    // While a page starts its script, a machine may stop between two letters for as long as a person does.
    await ion.untilLive();
    // A machine that stops between two letters makes a person of a scanner; people scan again then.
    await expect(async () => {
      await leaveFields(page);
      await wedge(page, code);
      await expect(page).toHaveURL(`/admin/orders/${order.number}`, { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  }
  await page.goto('/admin/orders');
  await ion.untilLive();
  await leaveFields(page);
  await wedge(page, 'ISBN9783161484100');
  await expect(page.locator('#scan-said')).toHaveText(say('en', 'scan-unknown-code').replace('[code]', 'ISBN9783161484100'));
  await expect(page).toHaveURL('/admin/orders');
});

test('a person who types is no scanner', async ({ life, office }) => {
  const order = await life.order('paid');
  const { page } = await office(stage().ion);
  await page.goto('/admin/orders');
  await leaveFields(page);
  await page.keyboard.type(plain(order), { delay: 500 });
  await page.keyboard.press('Enter');
  await expect(page.locator('#scan-said')).toHaveCount(0);
  await expect(page).toHaveURL('/admin/orders');
});

test('scan to advance: by keyboard alone, newest first, heard and said', async ({ life, desk, office }) => {
  const order = await life.order('paid');
  const unpaid = await life.order('pending');
  const { page } = await office(stage().ion);
  await page.addInitScript(() => {
    const sounds: number[] = [];
    Reflect.set(window, 'sounds', sounds);
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      sounds.push(this.frequency.value);
      return start.apply(this, when);
    };
  });
  await page.goto('/admin/scan');
  const field = page.getByLabel(say('en', 'scan-field'));
  await expect(field).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel(say('en', 'scan-mode-advance'))).toBeChecked();
  await page.keyboard.press('Tab');
  const lines = page.locator('#scans > li');
  const verdict = page.locator('#verdict');

  await wedge(page, plain(order));
  await expect(verdict).toHaveText(`${order.number} ${say('en', 'scan-moved', { stage: 'In production' })}`);
  await expect(verdict).toHaveClass(/good/);
  await expect(field).toBeFocused();
  expect((await desk.order(order.number)).status).toBe('processing');

  await wedge(page, 'no-such-order');
  await expect(verdict).toHaveText(say('en', 'scan-unknown', { code: 'no-such-order' }));
  await expect(verdict).toHaveClass(/bad/);
  await wedge(page, unpaid.number);
  await expect(verdict).toHaveText(like('en', 'scan-refused'));
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText(unpaid.number);
  await expect(lines.last()).toContainText(order.number);
  const heard = () => page.evaluate(() => (Reflect.get(window, 'sounds') as number[]).length);
  expect(await heard()).toBe(3);
  await inspect(page, 'scanning');

  await page.getByLabel(say('en', 'scan-sound')).uncheck();
  // Not in the field: the page takes it all the same.
  await wedge(page, 'no-such-order');
  await expect(lines).toHaveCount(4);
  expect(await heard()).toBe(3);
});

test('a camera reads what is held before it, once', async ({ life, office }) => {
  const order = await life.order('paid');
  const { page } = await office(stage().ion);
  await page.addInitScript((code) => {
    Reflect.set(window, 'BarcodeDetector', class {
      detect = async () => [{ rawValue: code }];
    });
    const stream = async () => document.createElement('canvas').captureStream();
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: stream } });
    HTMLMediaElement.prototype.play = async () => undefined;
  }, `${stage().shop}/admin/orders/${order.number}`);
  const answer = await page.goto('/admin/scan');
  expect(answer?.headers()['permissions-policy']).toContain('camera=(self)');
  await page.getByLabel(say('en', 'scan-mode-advance')).check();
  await page.getByRole('button', { name: say('en', 'scan-camera') }).click();
  await expect(page.locator('#verdict')).toHaveText(`${order.number} ${say('en', 'scan-moved', { stage: 'In production' })}`);
  await page.getByRole('button', { name: say('en', 'scan-camera') }).click();
  await expect(page.locator('#scans > li')).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a run is noted, and a scan moves an order and keeps its list', async ({ life, desk, office }) => {
    const order = await life.order('paid');
    const { page } = await office(stage().ion);
    await page.goto(`/admin/print?order=${order.number}&what=ticket`);
    await page.getByRole('button', { name: say('en', 'paper-print'), exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(say('en', 'paper-noted'));
    expect((await desk.order(order.number)).events.map((event) => event.kind)).toContain('printed');

    await page.goto('/admin/scan');
    await page.getByLabel(say('en', 'scan-mode-advance')).check();
    for (const code of [order.number, 'no-such-order']) {
      await page.getByLabel(say('en', 'scan-field')).fill(code);
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('#scans > li')).toHaveCount(2);
    await expect(page.locator('#scans > li').last()).toContainText(say('en', 'scan-moved', { stage: 'In production' }));
    await page.getByLabel(say('en', 'scan-mode-open')).check();
    await page.getByLabel(say('en', 'scan-field')).fill(plain(order));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/admin/orders/${order.number}`);
  });
});

test('papers and the scanning page are accessible', async ({ life, office }) => {
  const order = await life.order('paid');
  const { page } = await office(stage().ion);
  await page.goto(`/admin/print?order=${order.number}&what=ticket,slip`);
  await inspect(page, 'papers');
  await page.goto('/admin/scan');
  await inspect(page, 'the scanning page');
});
