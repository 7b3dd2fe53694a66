// The storefront's side: places orders through the API, as a program would.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import { stage } from '../stage/stage';
import type { Language } from './words';

/** An order as the storefront knows it. */
export interface Placed {
  number: string;
  email: string;
  checkoutUrl: string;
  /** Stripe's name for its checkout. */
  session: string;
}

export interface Wish {
  language?: Language;
  name?: string;
  items?: { name: string; quantity: number; unitAmount: number; options?: Record<string, string>; printFileUrl?: string }[];
  location?: string;
  reference?: string;
}

const ITEMS = [
  { name: 'Poster A2', quantity: 2, unitAmount: 1450, options: { paper: '170 g', size: '420 × 594 mm' } },
  { name: 'Business cards', quantity: 1, unitAmount: 2490, options: { run: '250' } },
];

export class Storefront {
  constructor(private readonly request: APIRequestContext) {}

  /** Places an order. Its customer is a new one each time: look-ups are limited by email. */
  async place(wish: Wish = {}): Promise<Placed> {
    const key = randomUUID();
    const email = `post.${key.slice(0, 13)}@customer.example`;
    const answer = await this.request.post(`${stage().shop}/api/orders`, {
      headers: { authorization: `Bearer ${stage().apiKey}`, 'idempotency-key': key },
      data: {
        customer: { name: wish.name ?? 'Zoë Hartley', email },
        address: { line1: 'Calle Mayor 12, 3º B', city: 'Madrid', postalCode: '28013', country: 'ES' },
        items: wish.items ?? ITEMS,
        currency: 'EUR',
        shipping: { name: '48/72 h', amount: 590 },
        workflow: 'print-factory',
        location: wish.location ?? 'Taller Lavapiés',
        reference: wish.reference,
        language: wish.language ?? 'en',
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    const { number, checkoutUrl } = (await answer.json()) as { number: string; checkoutUrl: string };
    return { number, email, checkoutUrl, session: checkoutUrl.split('/').at(-1) ?? '' };
  }
}
