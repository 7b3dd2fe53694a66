// How a parcel is to be handed over, until the driver has it; and that what is reported as delivered is not there.
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer says which neighbour, changes their mind, and staff read it by the address', async ({ life, customer, office }) => {
      const order = await life.order('paid');
      const { page } = customer;
      await customer.open(order);
      await page.locator('#to-handover').click();
      await expect(customer.headline).toHaveText(say('en', 'handover-ask-title', { number: order.number }));
      await page.getByLabel(say('en', 'handover-way-neighbour')).check();
      await page.getByRole('button', { name: say('en', 'handover-save') }).click();
      await expect(page.getByRole('alert')).toContainText(say('en', 'handover-flaw-note-missing'));
      await expect(page.getByLabel(say('en', 'handover-way-neighbour'))).toBeChecked();
      await page.locator('#note').fill('López, second floor');
      await page.locator('#instructions').fill('Ring twice');
      await page.getByRole('button', { name: say('en', 'handover-save') }).click();
      await expect(page).toHaveURL(`/o/${order.number}#handover`);
      await expect(page.locator('#handover')).toContainText('López, second floor');

      const ana = await office(stage().ana);
      await ana.openOrder(order.number);
      await expect(ana.page.getByText('López, second floor')).toBeVisible();
      await expect(ana.page.getByText('Ring twice')).toBeVisible();

      await page.locator('#to-handover').click();
      await page.getByLabel(say('en', 'handover-way-in-person')).check();
      await page.getByRole('button', { name: say('en', 'handover-save') }).click();
      await expect(page.locator('#handover')).toContainText(say('en', 'handover-way-in-person'));
      await expect(page.locator('#handover')).not.toContainText('López');
    });

    test('what is reported as delivered and is not there: hints first, then staff hear of it', async ({ life, customer, office }) => {
      const order = await life.order('delivered');
      const { page } = customer;
      await customer.open(order);
      await page.locator('#to-missing').click();
      await expect(page.getByRole('main')).toContainText(say('en', 'missing-look-neighbours'));
      await page.locator('#words').fill('Nobody rang all day');
      await page.getByRole('button', { name: say('en', 'missing-do') }).click();
      await expect(page).toHaveURL(`/o/${order.number}#missing`);
      await expect(page.locator('#missing')).toContainText(like('en', 'missing-told'));
      await expect(page.locator('#missing')).toContainText('•••@');
      await expect(page.locator('#to-missing')).toHaveCount(0);

      const ana = await office(stage().ana);
      await ana.page.goto('/admin/attention');
      const alert = ana.page.locator('.alerts > li').filter({ hasText: order.number });
      await expect(alert).toContainText(say('en', 'attention-not-received'));
      await expect(alert).toContainText('Nobody rang all day');
    });
  });
}

test('both forms are accessible, and usable on a telephone', async ({ life, customer }) => {
  const order = await life.order('paid');
  const { page } = customer;
  await page.setViewportSize({ width: 390, height: 844 });
  await customer.open(order);
  await page.locator('#to-handover').click();
  await inspect(page, 'customer-handover');
  await page.getByLabel(say('en', 'handover-way-safe-place')).check();
  await page.getByRole('button', { name: say('en', 'handover-save') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'customer-handover-refused');
  for (const step of ['processing', 'shipped', 'delivered'] as const) await life.step(order, step);
  await page.goto(`/o/${order.number}/missing`);
  await inspect(page, 'customer-missing');
});
