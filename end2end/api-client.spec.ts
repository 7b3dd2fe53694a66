// An order's life through the typed client, which is generated from the API's released document (scripts/build.sh): a call that the document
// does not have would not compile.
import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/api';
import { expect, stage, test } from './support/test';

const ADDRESS = { line1: 'Calle Mayor 12, 3º B', city: 'Madrid', postalCode: '28013', country: 'ES' };

type NewOrder = components['schemas']['NewOrder'];

function client() {
  const { shop, operatorKey } = stage();
  return createClient<paths>({ baseUrl: shop, headers: { authorization: `Bearer ${operatorKey}` } });
}

function order(): NewOrder {
  return {
    customer: { name: 'Zoë Hartley', email: `post.${randomUUID().slice(0, 13)}@customer.example` },
    address: ADDRESS,
    items: [{ name: 'Poster A2', quantity: 2, unitAmount: 1450 }],
    currency: 'EUR',
    workflow: 'print-factory',
    language: 'en',
  };
}

/** Under this key the same change is done once. */
const under = (key: string) => ({ header: { 'Idempotency-Key': key } });

test('an order lives through the typed client: placed once, paid, found, noted, moved, read', async ({ sandbox }) => {
  const clew = client();
  const body = order();
  const key = randomUUID();
  const { data: created } = await clew.POST('/api/orders', { params: under(key), body });
  const { data: again } = await clew.POST('/api/orders', { params: under(key), body });
  expect(again).toEqual(created);
  const { number, checkoutUrl } = created ?? { number: '', checkoutUrl: '' };
  const email = body.customer.email;
  const placed = { number, email, checkoutUrl, session: checkoutUrl.split('/').at(-1) ?? '' };
  await sandbox.pay(placed);
  await sandbox.mails(placed, 1);

  const { data: page } = await clew.GET('/api/orders', { params: { query: { q: email } } });
  expect(page?.items.map((item) => item.number)).toEqual([number]);
  const path = { number };
  const noted = await clew.POST('/api/orders/{number}/notes', { params: { path, ...under(randomUUID()) }, body: { text: 'Call before noon.' } });
  expect(noted.response.status, JSON.stringify(noted.error)).toBe(201);
  const moved = await clew.POST('/api/orders/{number}/stage', { params: { path, ...under(randomUUID()) }, body: {} });
  expect(moved.data?.status, JSON.stringify(moved.error)).toBe('processing');
  const read = await clew.GET('/api/orders/{number}', { params: { path } });
  expect(read.response.headers.get('etag')).toBe(`"${moved.data?.version}"`);
  expect(read.data).toMatchObject({ number, payment: 'paid', status: 'processing' });
});

test('a refusal is a problem with a type, and names the field', async () => {
  const clew = client();
  const body = { ...order(), currency: 'zzz' };
  const { error, response } = await clew.POST('/api/orders', { params: under(randomUUID()), body });
  expect(response.status).toBe(422);
  expect(error).toMatchObject({ type: '/problems/invalid', errors: [{ pointer: '#/currency' }] });
});
