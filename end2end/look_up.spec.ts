// The door to an order: number and email together, and no way to learn anything with only one of them.
import { orderLink } from './support/old_link';
import { linkIn } from './support/sandbox';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

test('an unknown number and a wrong email look the same', async ({ storefront, customer }) => {
  const order = await storefront.place();
  const answers: string[] = [];
  for (const [number, email] of [[order.number, `x${order.email}`], ['ZZZZZ-ZZZZZ', order.email], ['no number', order.email]] as const) {
    const [answer] = await Promise.all([
      customer.page.waitForResponse((response) => response.request().method() === 'POST'),
      customer.lookUp(number, email),
    ]);
    expect(answer.status()).toBe(404);
    await expect(customer.page.getByRole('alert')).toContainText(say('en', 'customer-problem-not-found'));
    await expect(customer.page.locator('#number')).toHaveValue('');
    answers.push(await answer.text());
  }
  expect(answers[1]).toBe(answers[0]);
  expect(answers[2]).toBe(answers[0]);
});

test('after ten tries for one number the page says how long to wait', async ({ storefront, customer, request }) => {
  const order = await storefront.place();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const form = { number: order.number, email: `guess${attempt}.${order.email}` };
    const answer = await request.post('/track', { form, headers: { origin: stage().shop } });
    expect(answer.status()).toBe(404);
  }
  // Even the right email now has to wait.
  const [answer] = await Promise.all([
    customer.page.waitForResponse((response) => response.request().method() === 'POST'),
    customer.lookUp(order.number, order.email),
  ]);
  expect(answer.status()).toBe(429);
  const seconds = Number(answer.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(3000);
  expect(seconds).toBeLessThanOrEqual(3600);
  await expect(customer.page.getByRole('alert')).toHaveText(like('en', 'customer-problem-too-many-help'));
  await expect(customer.page.getByRole('alert')).toContainText(/in (60|5\d) minutes/);
  await expect(customer.page.locator('#number')).toBeVisible();
});

test('a number is understood however it is typed', async ({ storefront, customer }) => {
  const order = await storefront.place();
  const cyrillic = order.number.replaceAll('A', 'А').replaceAll('C', 'С').replaceAll('E', 'Е').replaceAll('H', 'Н');
  for (const typed of [`#${order.number}`, order.number.toLowerCase(), order.number.replace('-', ''), cyrillic]) {
    await customer.lookUp(typed, ` ${order.email} `);
    await expect(customer.page).toHaveURL(`/o/${order.number}`);
  }
});

test('the order page needs its cookie, and each cookie opens one order', async ({ storefront, customer, context }) => {
  const [first, second] = [await storefront.place(), await storefront.place()];
  await customer.page.goto(`/o/${first.number}`);
  await expect(customer.page).toHaveURL('/track');
  expect(await context.cookies()).toEqual([]);

  await customer.open(first);
  await customer.page.goto(`/o/${second.number}`);
  await expect(customer.page).toHaveURL('/track');
  await customer.open(second);
  await customer.page.goto(`/o/${first.number}`);
  await expect(customer.page).toHaveURL(`/o/${first.number}`);

  const cookies = await context.cookies([`${stage().shop}/o/${first.number}`]);
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ path: `/o/${first.number}`, httpOnly: true, sameSite: 'Lax' });
  expect(await context.cookies(`${stage().shop}/track`)).toEqual([]);
});

test('a forged link and an expired one say the same, and show no order', async ({ life, sandbox, customer }) => {
  const order = await life.order('paid');
  const good = linkIn(await sandbox.mail(order, 1));
  const forged = good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const expired = orderLink(good, new Date(Date.now() - 60_000));
  const pages: string[] = [];
  for (const [link, status] of [[forged, 404], [expired, 410], [`${stage().shop}/t/nonsense`, 404]] as const) {
    const answer = await customer.page.goto(link);
    expect(answer?.status()).toBe(status);
    await expect(customer.page.getByRole('alert')).toContainText(say('en', 'customer-problem-link'));
    pages.push(await customer.page.content());
  }
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).not.toContain(order.number);
  // The helper signs as the shop does: the same link with a later date opens.
  await customer.page.goto(orderLink(good, new Date(Date.now() + 60_000)));
  await expect(customer.page).toHaveURL(`/o/${order.number}`);
});
