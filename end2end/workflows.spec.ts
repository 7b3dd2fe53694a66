// The shop's own stages: looked at, edited without losing a word, and orders led through all six workflows by their own buttons.
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

test('an editor that is wrong says so at the field, keeps what was typed, and saves a new version when it is right', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/workflows/digital');
  const name = page.locator('[id="name.en"]');
  const label = page.locator('[id="stage.0.label.en"]');
  await label.fill('');
  await name.fill('Downloads');
  await page.getByRole('button', { name: say('en', 'flow-save') }).click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'flow-flawed'));
  await expect(label).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[id="stage.0.label.en-why"]')).toHaveText(say('en', 'flaw-untranslated'));
  await expect(name).toHaveValue('Downloads');
  await label.fill('Paid for');
  await page.getByRole('button', { name: say('en', 'flow-save') }).click();
  await expect(page.getByRole('status')).toContainText(say('en', 'flow-saved', { name: '2' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Downloads');
});

test('stages are added, ordered and removed by keyboard alone, and the picture follows', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/workflows/standard');
  const knots = page.locator('.graph .knot');
  await expect(knots).toHaveCount(4);
  await page.getByRole('button', { name: say('en', 'flow-add') }).focus();
  await page.keyboard.press('Enter');
  await expect(knots).toHaveCount(5);
  await page.getByRole('button', { name: say('en', 'flow-up', { name: say('en', 'flow-stage-new') }) }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.stage-fields').nth(3).locator('[id="stage.3.key"]')).toHaveValue('stage_5');
  await page.getByRole('button', { name: say('en', 'flow-remove', { name: say('en', 'flow-stage-new') }) }).focus();
  await page.keyboard.press('Enter');
  await expect(knots).toHaveCount(4);
  await expect(page.getByText(say('en', 'flow-unsaved'))).toBeVisible();
});

test('the words of one language are shown at a time', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/workflows/kitchen');
  await expect(page.locator('[id="stage.1.verb.en"]')).toHaveValue('Start preparing');
  await expect(page.locator('[id="stage.1.verb.ru"]')).toBeHidden();
  await page.getByRole('radio', { name: 'Русский' }).check({ force: true });
  await expect(page.locator('[id="stage.1.verb.ru"]')).toBeVisible();
  await expect(page.locator('[id="stage.1.verb.en"]')).toBeHidden();
});

test('the editor works without JavaScript', async ({ newWindow }) => {
  const page = await newWindow({ javaScriptEnabled: false, storageState: stage().ana.state });
  await page.goto('/admin/workflows/studio');
  await page.getByRole('button', { name: say('en', 'flow-check') }).click();
  await expect(page.getByText(say('en', 'flow-checked'))).toBeVisible();
});

test('an order on hold leaves the list of work and comes back with the time it had', async ({ life, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  await ana.openOrder(order.number);
  await ana.untilLive();
  const steps = ana.page.getByRole('region', { name: say('en', 'admin-next') });
  await steps.getByText(say('en', 'admin-priority'), { exact: true }).first().click();
  await steps.getByLabel(say('en', 'priority-hold')).check();
  await ana.button(say('en', 'admin-priority-go')).click();
  await expect(ana.page.locator('.order-head .due-held')).toBeVisible();
  await expect(ana.button(say('en', 'admin-release'))).toBeVisible();
  const list = await office(stage().ana);
  await list.page.goto('/admin/orders?status=confirmed');
  await expect(list.row(order.number)).toHaveCount(0);
  await list.page.goto('/admin/orders?priority=hold');
  await expect(list.row(order.number)).toContainText(say('en', 'timing-held'));
  await ana.button(say('en', 'admin-release')).click();
  await expect(ana.page.locator('.order-head .due-held')).toHaveCount(0);
});

for (const [name, path] of [
  ['workflows', '/admin/workflows'],
  ['workflow-editor', '/admin/workflows/studio'],
  ['workflow-move', '/admin/workflows/standard/move'],
  ['workflow-new', '/admin/workflows/new?from=standard'],
  ['places', '/admin/places'],
  ['place-new', '/admin/places/edit'],
  ['products', '/admin/products'],
  ['settings', '/admin/settings'],
] as const) {
  test(`the page ${name} is accessible`, async ({ office }) => {
    const { page } = await office(stage().ana);
    await page.goto(path);
    await inspect(page, `staff-${name}`);
  });
}

test('the header is one line on a desk', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.setViewportSize({ width: 1280, height: 844 });
  for (const path of ['/admin', '/admin/settings']) {
    await page.goto(path);
    const line = page.locator('header.top .bar');
    await expect(line.getByRole('link', { name: say('en', 'admin-settings'), exact: true })).toBeVisible();
    const tall = await line.getByRole('listitem').first().evaluate((item) => item.clientHeight);
    // A second line would be as tall as the first.
    expect(await line.evaluate((bar) => bar.clientHeight), path).toBeLessThan(2 * tall);
  }
});
