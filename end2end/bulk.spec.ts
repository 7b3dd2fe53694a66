// Many orders at once: picked in the list, looked at, changed, and taken back while the page is open.
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

test.use({ ownShop: true });

test('orders picked by hand are looked at, changed and given back', async ({ life, office }) => {
  const orders = [await life.order('paid'), await life.order('paid')];
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/orders');
  await ana.untilLive();
  for (const { number } of orders) await ana.page.getByLabel(say('en', 'admin-pick-one', { name: number })).check();
  await ana.page.getByRole('button', { name: say('en', 'admin-bulk-go') }).click();
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'admin-bulk'));
  await inspect(ana.page, 'bulk-what-to-do');
  await ana.page.getByLabel(say('en', 'admin-bulk-stage')).selectOption('in_production');
  await ana.button(say('en', 'admin-bulk-move')).click();
  await expect(ana.page.getByText(say('en', 'admin-bulk-state-preview'))).toBeVisible();
  await inspect(ana.page, 'bulk-preview');
  await ana.page.getByRole('button', { name: 'Change 2 orders' }).click();
  await expect(ana.page.getByText(say('en', 'admin-bulk-state-done'))).toBeVisible({ timeout: 20_000 });
  await inspect(ana.page, 'bulk-outcome');
  await ana.button(say('en', 'admin-bulk-undo')).click();
  await expect(ana.page.getByText(say('en', 'admin-bulk-state-undone'))).toBeVisible({ timeout: 20_000 });
});

test('the bar of the picked never covers what has the focus', async ({ life, office }) => {
  await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.setViewportSize({ width: 390, height: 600 });
  await ana.page.goto('/admin/orders');
  for (let step = 0; step < 40; step += 1) {
    await ana.page.keyboard.press('Tab');
    const covered = await ana.page.evaluate(() => {
      const focus = document.activeElement;
      const bar = document.querySelector('.bulk-bar');
      if (!focus || !bar || bar.contains(focus) || focus === document.body) return false;
      const [a, b] = [focus.getBoundingClientRect(), bar.getBoundingClientRect()];
      return a.height > 0 && a.top >= b.top && a.bottom <= b.bottom;
    });
    expect(covered).toBe(false);
  }
});

test('the box of an order is large enough to hit', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/orders');
  const box = await ana.page.getByLabel(say('en', 'admin-pick-one', { name: number })).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
});
