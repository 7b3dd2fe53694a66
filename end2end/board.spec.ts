// The board by mouse, by keyboard, live in two windows; and the wall of a kitchen.
import { join } from 'node:path';
import { RESULTS } from './stage/stage';
import { inspect } from './support/axe';
import { expectNoReload, mark } from './support/marker';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

test.use({ ownShop: true });

test('a card is dragged on, and one that may not go says why', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/board?workflow=print-factory');
  await ana.untilLive();
  const column = (name: string) => ana.page.getByRole('region', { name: new RegExp(`^${name}`) });
  const card = ana.page.locator('.card').filter({ hasText: number });
  await card.dragTo(column('Delivered'));
  await expect(ana.page.locator('.board-said .outcome-bad')).toBeVisible();
  await expect(column('New').locator('.card').filter({ hasText: number })).toBeVisible();
  await card.dragTo(column('In production'));
  await expect(column('In production').locator('.card').filter({ hasText: number })).toBeVisible();
  await inspect(ana.page, 'board');
});

test('a card is moved by keyboard alone', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/board?workflow=print-factory');
  await ana.untilLive();
  const card = ana.page.locator('.card').filter({ hasText: number });
  const menu = card.getByText(say('en', 'admin-board-move', { name: number }));
  const reached = () => menu.evaluate((summary) => summary === document.activeElement);
  for (let stops = 0; !(await reached()); stops += 1) {
    expect(stops, 'the card is reached by Tab').toBeLessThan(120);
    await ana.page.keyboard.press('Tab');
  }
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.locator('.board-said')).toHaveText(say('en', 'admin-moved'));
  await expect(ana.page.getByRole('region', { name: /^In production/ }).locator('.card').filter({ hasText: number })).toBeVisible();
});

test('the wall of a kitchen is readable, accessible, and says when its line is cut', async ({ life, office }) => {
  const { number } = await life.order('paid', { location: 'Cocina Sol' });
  const ana = await office(stage().ana);
  await ana.page.setViewportSize({ width: 1920, height: 1080 });
  await ana.page.goto('/admin/kitchen/Cocina%20Sol');
  await ana.untilRunning();
  const ticket = ana.page.locator('.ticket').filter({ hasText: number.split('-')[1] as string });
  await expect(ticket).toBeVisible();
  const size = await ticket.locator('.call strong').evaluate((call) => Number.parseFloat(getComputedStyle(call).fontSize));
  expect(size / 4).toBeGreaterThanOrEqual(12);
  const dishes = await ticket.locator('.dishes').evaluate((list) => Number.parseFloat(getComputedStyle(list).fontSize));
  expect(dishes / 4).toBeGreaterThanOrEqual(9);
  // The widest letters there are stay in one line, too.
  const lines = await ticket.locator('.call strong').evaluate((call) => {
    const was = call.textContent;
    call.textContent = 'WWMMW';
    const { height } = call.getBoundingClientRect();
    call.textContent = was;
    return height / Number.parseFloat(getComputedStyle(call).fontSize);
  });
  expect(lines).toBeLessThan(1.8);
  // As it hangs above the stove, and as it is seen from across the room.
  await ana.page.screenshot({ path: join(RESULTS, 'screenshots', 'kitchen-wall-1920.png') });
  await inspect(ana.page, 'kitchen');
  await ana.page.context().setOffline(true);
  await expect(ana.page.getByRole('alert').filter({ hasText: say('en', 'admin-kitchen-cut') })).toBeVisible();
  await ana.page.context().setOffline(false);
});

test('the overview counts by itself', async ({ life, office }) => {
  const ion = await office(stage().ion);
  await ion.page.goto('/admin');
  await ion.untilLive();
  await mark(ion.page);
  const awaiting = ion.page.getByRole('link', { name: /^Awaiting payment/ });
  const count = async () => Number(/\d+/.exec(await awaiting.innerText())?.[0]);
  const before = await count();
  await life.order('pending');
  await expect.poll(count).toBeGreaterThan(before);
  await expectNoReload(ion.page);
});
