// Messages as staff see them: the log, one as it was sent, one by hand, many at once, figures and each person's own news.
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

test.use({ ownShop: true });

test('a message is found in the log and read as it was sent', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/notices?q=${number}`);
  const rows = ana.page.getByRole('row').filter({ hasText: number });
  await expect(rows.first()).toBeVisible();
  await inspect(ana.page, 'admin-messages-log');
  await ana.page.getByLabel(say('en', 'log-column-channel'), { exact: true }).selectOption('email');
  await ana.page.getByRole('button', { name: say('en', 'admin-filter-go') }).click();
  await expect(ana.page).toHaveURL(/channel=email/);
  await rows.first().getByRole('link', { name: say('en', 'notice-kind-confirmation') }).click();
  await expect(ana.page.getByRole('heading', { level: 2, name: say('en', 'log-as-sent') })).toBeVisible();
  const frame = ana.page.frameLocator('iframe.log-html');
  await expect(frame.locator('body')).toContainText(number);
  await inspect(ana.page, 'admin-message');
});

test('a message written by hand is looked at first, sent once, and stands in the history', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/orders/${number}`);
  await ana.page.getByRole('link', { name: say('en', 'by-hand-write') }).click();
  await ana.page.getByLabel(say('en', 'log-subject')).fill('About the colour');
  await ana.page.getByLabel(say('en', 'by-hand-text'), { exact: true }).fill('Is blue all right?');
  await ana.page.getByRole('button', { name: say('en', 'by-hand-look') }).click();
  await expect(ana.page.frameLocator('iframe[name=look]').locator('body')).toContainText('Is blue all right?');
  await expect(ana.page.getByLabel(say('en', 'by-hand-text'), { exact: true })).toHaveValue('Is blue all right?');
  await inspect(ana.page, 'admin-message-by-hand');
  await ana.page.getByRole('button', { name: say('en', 'by-hand-send'), exact: true }).click();
  await expect(ana.page).toHaveURL(`/admin/orders/${number}`);
  await expect(ana.page.getByText('About the colour · Is blue all right?')).toHaveCount(1);
});

test('a message written for an hour to come stands in the history, and is taken back before it leaves', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/orders/${number}/message`);
  await ana.page.getByLabel(say('en', 'by-hand-text'), { exact: true }).fill('We are closed next week.');
  const hour = ana.page.getByLabel(say('en', 'by-hand-at'));
  // Days ahead, at noon: no clock is set then.
  const day = new Date(Date.now() + 3 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await hour.fill(`${day}T12:00`);
  await inspect(ana.page, 'admin-message-scheduled');
  await ana.page.getByRole('button', { name: say('en', 'by-hand-send'), exact: true }).click();
  await expect(ana.page).toHaveURL(`/admin/orders/${number}`);
  const waits = ana.page.getByRole('listitem').filter({ hasText: 'We are closed next week.' });
  await expect(waits).toContainText(say('en', 'log-waits-until'));
  await expect(waits).toContainText('12:00');
  await waits.getByRole('button', { name: say('en', 'by-hand-take-back') }).click();
  await expect(ana.page.getByRole('status')).toHaveText(say('en', 'by-hand-did-take-back'));
  await ana.page.goto(`/admin/orders/${number}`);
  await expect(waits).toContainText(say('en', 'notice-state-withdrawn'));
  await expect(waits.getByRole('button', { name: say('en', 'by-hand-take-back') })).toHaveCount(0);
});

test('the customers of a selection are written to, and taken back nobody hears of it', async ({ life, office }) => {
  const { number } = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.goto('/admin/orders');
  await ana.untilLive();
  await ana.page.getByLabel(say('en', 'admin-pick-one', { name: number })).check();
  await ana.page.getByRole('button', { name: say('en', 'admin-bulk-go') }).click();
  await ana.page.getByLabel(say('en', 'log-subject')).fill('Closed on Friday');
  await ana.page.getByLabel(say('en', 'by-hand-text'), { exact: true }).fill('Orders leave on Monday.');
  await ana.button(say('en', 'by-hand-many-go')).click();
  await ana.page.getByRole('button', { name: 'Change one order' }).click();
  await expect(ana.page.getByText(say('en', 'admin-bulk-state-done'))).toBeVisible({ timeout: 20_000 });
  await ana.button(say('en', 'admin-bulk-undo')).click();
  await expect(ana.page.getByText(say('en', 'admin-bulk-state-undone'))).toBeVisible({ timeout: 20_000 });
  await ana.page.goto('/admin/notices?kind=message');
  const own = ana.page.getByRole('row').filter({ hasText: number });
  await expect(own.filter({ hasText: say('en', 'notice-state-withdrawn') })).toHaveCount(1);
});

test('figures and news are read on a telephone', async ({ life, office }) => {
  await life.order('paid');
  const ana = await office(stage().ana);
  await ana.page.setViewportSize({ width: 390, height: 800 });
  await ana.page.goto('/admin/notices/figures?days=30');
  await expect(ana.page.getByRole('heading', { level: 2, name: say('en', 'figures-by-channel') })).toBeVisible();
  await inspect(ana.page, 'admin-messages-figures');
  await ana.page.goto('/admin/feed');
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'feed-title'));
  await inspect(ana.page, 'admin-feed');
});
