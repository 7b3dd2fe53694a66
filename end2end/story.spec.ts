// The main job, in one story: somebody buys, staff make and send it, and both see everything happen in open windows.
import { CustomerPage } from './support/customer';
import { UPS, UPS_LINK } from './support/life';
import { expectNoReload, mark } from './support/marker';
import { Office } from './support/office';
import { hrefs, linkIn } from './support/sandbox';
import { expect, stage, test } from './support/test';
import { GOOD_CARD, Till } from './support/till';
import { like, say } from './support/words';

/** How soon an open window shows what happened elsewhere. */
const LIVE = { timeout: 2_000 };

test('an order goes from checkout to delivered in two windows, both live', async ({ storefront, sandbox, newWindow }) => {
  const page = await newWindow();
  const customer = new CustomerPage(page);
  const order = await test.step('a storefront creates the order', () => storefront.place({ language: 'ru' }));

  await test.step('the customer pays, and the page after paying hears of it by itself', async () => {
    // Long enough to be seen waiting on a slow machine; other tests wait longer for a mail.
    await sandbox.turn({ delay_ms: 4_000 });
    await page.goto(order.checkoutUrl);
    await new Till(page).pay(GOOD_CARD);
    await expect(page).toHaveURL(/\/checkout\/success\?session_id=cs_/);
    await mark(page);
    const receipt = page.getByRole('article');
    await expect(receipt).toContainText(order.number);
    await expect(receipt.getByRole('heading')).toHaveText(say('ru', 'customer-checkout-waiting'));
    await expect(receipt.getByRole('heading')).toHaveText(say('ru', 'customer-checkout-confirmed'));
    await expectNoReload(page);
    await sandbox.turn({ delay_ms: 0 });
  });

  await test.step('the confirmation is in Russian, and its link opens the order at a clean address', async () => {
    const mail = await sandbox.mail(order, 1);
    expect(mail.subject).toBe(say('ru', 'notice-confirmation-subject', { number: order.number }));
    expect(mail.html).toContain('lang="ru"');
    expect(mail.text).toContain(say('ru', 'notice-confirmation-title'));
    await page.goto(linkIn(mail));
    await expect(page).toHaveURL(`${stage().shop}/o/${order.number}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await expect(customer.currentStep).toHaveText(say('ru', 'stage-print-factory-new-wording'));
    await customer.untilLive();
    await mark(page);
  });

  const office = new Office(await newWindow());
  const list = await test.step('staff sign in and find the order in the list', async () => {
    await office.page.goto('/admin/orders');
    await expect(office.page).toHaveURL(/\/admin\/sign-in\?next=/);
    await office.signIn(stage().ana);
    await expect(office.page).toHaveURL('/admin/orders');
    await office.search(order.number);
    await expect(office.page.locator('tbody tr')).toHaveCount(1);
    const second = new Office(await office.page.context().newPage());
    await second.page.goto(`/admin/orders?q=${order.number}`);
    await second.untilLive();
    await mark(second.page);
    await office.page.getByRole('link', { name: order.number }).click();
    await expect(office.status).toHaveText('Confirmed');
    await office.untilLive();
    return second;
  });

  await test.step('production starts: the customer and the other staff window see it within two seconds', async () => {
    await office.button('Start production').click();
    await Promise.all([
      expect(customer.currentStep).toHaveText(say('ru', 'stage-print-factory-in-production-wording'), LIVE),
      expect(list.row(order.number)).toContainText('In production', LIVE),
    ]);
    await expect(office.status).toHaveText('In production');
    await expectNoReload(page);
    await expectNoReload(list.page);
  });

  await test.step('it is marked as shipped: number and link stand on the open page, and in a mail', async () => {
    await office.page.getByLabel('Carrier (optional)').first().fill(UPS.carrier ?? '');
    await office.page.getByLabel('Tracking number (optional)').first().fill(UPS.tracking_number ?? '');
    await office.button('Mark shipped').click();
    await expect(customer.headline).toHaveText(say('ru', 'customer-promise-shipped'), LIVE);
    await expect(page.getByText(UPS.tracking_number ?? '')).toBeVisible(LIVE);
    await expect(customer.carrierLink).toHaveAttribute('href', UPS_LINK, LIVE);
    await expectNoReload(page);
    const mail = await sandbox.mail(order, 2);
    expect(mail.subject).toBe(say('ru', 'notice-shipped-subject', { number: order.number }));
    expect(mail.text).toContain(UPS_LINK);
    expect(mail.text).toContain(UPS.tracking_number);
    expect(hrefs(mail)).toContain(UPS_LINK);
  });

  await test.step('it is delivered: the open page and the last mail say so', async () => {
    await office.button('Mark delivered').click();
    await expect(customer.headline).toHaveText(like('ru', 'customer-promise-delivered'), LIVE);
    await expect(list.row(order.number)).toContainText('Delivered', LIVE);
    await expectNoReload(page);
    await expectNoReload(list.page);
    const mail = await sandbox.mail(order, 3);
    expect(mail.subject).toBe(say('ru', 'notice-delivered-subject', { number: order.number }));
  });
});
