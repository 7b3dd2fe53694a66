// The storefront's side: places orders through the API, as a program would.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
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

export interface Item {
  name: string;
  quantity: number;
  unitAmount: number;
  options?: Record<string, string>;
  printFileUrl?: string;
  sku?: string;
  weightGrams?: number;
  price?: number;
  currency?: string;
  offered?: boolean;
}

/** A way to send it, as the storefront was offered it. */
export interface Rate {
  shipmentId: string;
  serviceToken: string;
  carrier: string;
  carrierName: string;
  service: string;
  amount: number;
  currency: string;
}

export interface Wish {
  language?: Language;
  name?: string;
  items?: Item[];
  location?: string;
  reference?: string;
  rate?: Rate;
  workflow?: string;
}

/** A size run, as a studio's own pages ask for it. */
export interface Run {
  garment: string;
  technique?: string;
  priority?: string;
}

export interface Product {
  name: string;
  onHand: number;
  weightGrams?: number;
  kind?: string;
  options?: Record<string, string>;
  /** Minor units of one, where our own form sells it. */
  price?: number;
  currency?: string;
  offered?: boolean;
}

const ADDRESS = { line1: 'Calle Mayor 12, 3º B', city: 'Madrid', postalCode: '28013', country: 'ES' };

const ITEMS: Item[] = [
  { name: 'Poster A2', quantity: 2, unitAmount: 1450, options: { paper: '170 g', size: '420 × 594 mm' } },
  { name: 'Business cards', quantity: 1, unitAmount: 2490, options: { run: '250' } },
];

export class Storefront {
  constructor(private readonly request: APIRequestContext) {}

  /** Places an order. Its customer is a new one each time: look-ups are limited by email. */
  async place(wish: Wish = {}): Promise<Placed> {
    const { answer, email } = await this.order(wish);
    expect(answer.status(), await answer.text()).toBe(201);
    const { number, checkoutUrl } = (await answer.json()) as { number: string; checkoutUrl: string };
    return { number, email, checkoutUrl, session: checkoutUrl.split('/').at(-1) ?? '' };
  }

  /** Whether an order would be taken: 201, or 409 where there is not enough of something. */
  async status(wish: Wish): Promise<number> {
    return (await this.order(wish)).answer.status();
  }

  private async order(wish: Wish): Promise<{ answer: APIResponse; email: string }> {
    const key = randomUUID();
    const email = `post.${key.slice(0, 13)}@customer.example`;
    const answer = await this.request.post(`${stage().shop}/api/orders`, {
      headers: { ...this.key(), 'idempotency-key': key },
      data: {
        customer: { name: wish.name ?? 'Zoë Hartley', email },
        address: ADDRESS,
        items: wish.items ?? ITEMS,
        currency: 'EUR',
        shipping: wish.rate ? chosen(wish.rate) : { name: '48/72 h', amount: 590 },
        workflow: wish.workflow ?? 'print-factory',
        location: wish.location ?? 'Taller Lavapiés',
        reference: wish.reference,
        language: wish.language ?? 'en',
      },
    });
    return { answer, email };
  }

  /** Sends a design to production, as the studio's seed writes it. */
  async produce({ garment, technique = 'dtg', priority = 'standard' }: Run): Promise<Placed> {
    const email = `post.${randomUUID().slice(0, 13)}@customer.example`;
    const headers = this.key();
    const answer = await this.request.post(`${stage().shop}/api/production`, {
      headers,
      data: {
        designUrl: 'https://designs.example/koi.png',
        garmentId: garment,
        sizes: [{ size: 'M', quantity: 2 }],
        priority,
        technique,
        customer: { name: 'Zoë Hartley', email },
        address: ADDRESS,
        language: 'en',
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    const { checkoutUrl } = (await answer.json()) as { checkoutUrl: string };
    const found = await this.request.get(`${stage().shop}${answer.headers()['location']}`, { headers });
    const { order } = (await found.json()) as { order: { reference: string } };
    return { number: order.reference, email, checkoutUrl, session: checkoutUrl.split('/').at(-1) ?? '' };
  }

  /** What sending would cost, as a checkout asks: cheapest first. */
  async rates(wish: Wish = {}): Promise<Rate[]> {
    const answer = await this.request.post(`${stage().shop}/api/shipping/rates`, {
      headers: this.key(),
      data: {
        customer: { name: wish.name ?? 'Zoë Hartley', phone: '+34 600 000 000' },
        address: ADDRESS,
        items: wish.items ?? ITEMS,
        currency: 'EUR',
      },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    const { shipmentId, rates } = (await answer.json()) as { shipmentId: string; rates: Rate[] };
    return rates.map((rate) => ({ ...rate, shipmentId }));
  }

  /** Writes what a product is and how many there are; answers with what is on the shelf. */
  async put(sku: string, product: Product): Promise<number> {
    const answer = await this.request.put(`${stage().shop}/api/products/${sku}`, { headers: this.key(), data: product });
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { onHand: number }).onHand;
  }

  /** Asks for its customer: `cancel` or `return`. */
  async ask(what: 'cancel' | 'return', number: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await this.request.post(`${stage().shop}/api/orders/${number}/${what}`, { headers: this.key(), data: {} });
    return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
  }

  private key(): Record<string, string> {
    return { authorization: `Bearer ${stage().apiKey}` };
  }
}

function chosen({ shipmentId, serviceToken, carrier, carrierName, service, amount }: Rate): object {
  return { name: `${carrierName} ${service}`, amount, rate: { shipmentId, serviceToken, carrier } };
}
