// A studio: shirts are received and counted, designs come in at the products' prices, specs go back once, and the map follows.
import { randomUUID } from 'node:crypto';
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

const LIVE = { timeout: 5_000 };
const MESSAGE = 'The lines of the koi are too thin. Please send it with lines of 1 mm.';

test('a delivery is received, counted and read in the ledger, also without a script', async ({ storefront, office }) => {
  const sku = `TEE-${randomUUID().slice(0, 8)}`;
  await storefront.put(sku, { name: 'Classic tee M', onHand: 3 });
  const ana = await office(stage().ana);
  await ana.page.goto(`/admin/products?search=${sku}`);
  await ana.link(sku).click();
  await expect(ana.page.locator('#on-hand')).toHaveText('3');
  await ana.untilLive();
  await ana.page.locator('summary', { hasText: say('en', 'admin-stock-do-receive') }).click();
  await ana.page.locator('#receive-pieces').fill('12');
  await ana.page.locator('#receive-note').fill('box 7');
  await ana.button(say('en', 'admin-stock-do-receive')).click();
  await expect(ana.page.locator('#on-hand')).toHaveText('15', LIVE);
  await expect(ana.page.getByRole('row', { name: 'box 7' })).toContainText('+12');
  await inspect(ana.page, 'product');

  const plain = await office(stage().ana, { javaScriptEnabled: false });
  await plain.page.goto(`/admin/products/${sku}`);
  await plain.page.locator('summary', { hasText: say('en', 'admin-stock-do-count') }).click();
  await plain.page.locator('#count-seen').fill('3');
  await plain.page.locator('#count-pieces').fill('2');
  await plain.button(say('en', 'admin-stock-do-count')).click();
  await expect(plain.problem.filter({ hasText: /./ })).toBeVisible();
  await expect(plain.page.locator('#on-hand'), 'the shelf had moved').toHaveText('15');
});

test('a design goes through the studio; its specs go back once, and the map follows', async ({ storefront, sandbox, customer, office }) => {
  const garment = `TEE-${randomUUID().slice(0, 8)}`;
  const tee = { name: 'Classic tee M', onHand: 5, kind: 'garment', options: { size: 'M' }, price: 2599, currency: 'EUR' };
  await storefront.put(garment, tee);
  const placed = await storefront.produce({ garment, technique: 'embroidery', priority: 'rush' });
  await sandbox.pay(placed);
  await sandbox.mails(placed, 1);

  const ana = await office(stage().ana);
  await ana.openOrder(placed.number);
  await ana.untilLive();
  await expect(ana.page.locator('.items')).toContainText(say('en', 'technique-embroidery'));
  const design = ana.page.getByRole('link', { name: say('en', 'admin-design') });
  await expect(design).toHaveAttribute('href', 'https://designs.example/koi.png');
  await expect(design).toHaveAttribute('rel', /noreferrer/);
  await customer.open(placed);
  await customer.untilLive();
  await expect(customer.page.locator('svg.route .now')).toHaveCount(1);

  await ana.page.locator('summary', { hasText: say('en', 'admin-send-back') }).click();
  await ana.page.locator('#send-back').fill(MESSAGE);
  await ana.button(say('en', 'admin-send-back-do')).click();
  await expect(customer.page.locator('.timeline')).toContainText(MESSAGE, LIVE);
  const mail = await sandbox.mail(placed, 2);
  expect(mail.subject).toBe(say('en', 'notice-specs_returned-subject', { number: placed.number }));
  expect(mail.text).toContain(MESSAGE);
  await inspect(customer.page, 'route-map');
});
