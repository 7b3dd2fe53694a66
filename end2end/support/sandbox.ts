// The world outside the shop, by its control API: pays, lets checkouts run out, reads the mailbox.
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import { stage } from '../stage/stage';
import type { Placed } from './shop';

export interface Mail {
  subject: string;
  text: string;
  html: string;
  to: string[];
  headers: { name: string; value: string }[];
}

export interface Delivery {
  id: string;
  type: string;
  object: string;
  attempts: { status?: number }[];
}

/** A refund as Stripe has it. */
export interface Refund {
  id: string;
  amount: number;
  status: string;
  payment_intent: string;
}

/** A label as Shippo sold it. */
export interface Purchase {
  object_id: string;
  status: string;
  carrier: string;
  tracking_number: string;
  label_url: string;
  shipment: string;
}

/** What a carrier says of a parcel. */
export interface Scan {
  status: string;
  substatus?: string;
  status_details?: string;
  location?: { city: string; state?: string; zip?: string; country: string };
  eta?: string;
}

/** Switches by name; each provider's own stand below its name. */
export interface Faults {
  [name: string]: number | boolean | string | null | Faults;
}

/** All numbers are hours after its beginning; `late` says how long the carrier itself does not know of it. */
export interface Journey {
  carrier: 'fedex' | 'ups' | 'dhl' | 'correos';
  number: string;
  ago: number;
  script: { after: number; late: number; state: string; until?: number; place?: string }[];
}

export class Sandbox {
  constructor(private readonly request: APIRequestContext) {}

  /** Pays without a page; the shop hears of it a moment later. */
  async pay(order: Placed): Promise<void> {
    await this.control(`sessions/${order.session}/pay`, { card: '4242424242424242' });
  }

  /** Stripe gives up waiting for the customer. */
  async expire(order: Placed): Promise<void> {
    await this.control(`sessions/${order.session}/expire`, {});
  }

  /** A payment that takes days ends. */
  async settle(order: Placed, succeeded: boolean): Promise<void> {
    await this.control(`sessions/${order.session}/async`, { succeeded });
  }

  async turn(faults: Faults): Promise<void> {
    await this.control('faults', faults);
  }

  /** Everything works again. */
  async heal(): Promise<void> {
    await this.request.delete(this.url('faults'));
  }

  /** What Stripe has paid back of a payment. */
  async refunds(intent: string): Promise<Refund[]> {
    const answer = await this.request.get(this.url('stripe/refunds'));
    return ((await answer.json()) as Refund[]).filter((refund) => refund.payment_intent === intent);
  }

  /** A payment as Stripe has it. */
  async intent(id: string): Promise<{ status: string; amount_received: number }> {
    const headers = { authorization: 'Bearer sk_test_e2e' };
    const answer = await this.request.get(`${stage().sandbox}/v1/payment_intents/${id}`, { headers });
    return (await answer.json()) as { status: string; amount_received: number };
  }

  /** The labels that Shippo has sold of a shipment, or all of them. */
  async purchases(shipment?: string): Promise<Purchase[]> {
    const answer = await this.request.get(this.url('shippo/transactions'));
    return ((await answer.json()) as Purchase[]).filter((bought) => !shipment || bought.shipment === shipment);
  }

  /** Puts the carriers' clock forward: every parcel of this sandbox moves on. */
  async clock(hours: number): Promise<void> {
    await this.control('shippo/clock', { hours });
  }

  /** A parcel's way, as its carrier is to tell it. */
  async journey(script: Journey): Promise<void> {
    await this.control('journeys', script);
  }

  /** One carrier points a scanner at one parcel. */
  async scan(number: string, scan: Scan): Promise<void> {
    const bought = (await this.purchases()).find((bought) => bought.tracking_number === number);
    await this.control('shippo/tracks', { carrier: bought?.carrier ?? '', tracking_number: number, ...scan });
  }

  /** What Stripe has told the shop about a checkout, with every attempt to tell it. */
  async told(order: Placed): Promise<Delivery[]> {
    const answer = await this.request.get(this.url('events'));
    return ((await answer.json()) as Delivery[]).filter((event) => event.object === order.session);
  }

  /** The mails to a customer, newest first, once there are that many. */
  async mails(order: Pick<Placed, 'email'>, count: number): Promise<Mail[]> {
    const answer = await this.request.get(this.url('mail/wait'), {
      params: { to: order.email, count, timeout_ms: 20_000 },
    });
    const mails = (await answer.json()) as Mail[];
    expect(answer.status(), `${count} mails to ${order.email}, there are: ${mails.map((mail) => mail.subject)}`).toBe(200);
    return mails;
  }

  /** The newest mail to a customer, which is their nth. */
  async mail(order: Placed, nth: number): Promise<Mail> {
    const [newest] = await this.mails(order, nth);
    if (!newest) throw new Error('no mail');
    return newest;
  }

  /** The newest link that signs this customer in, once there is one: other mails come and go between. */
  async signInLink(order: Placed): Promise<string> {
    const found = async () => {
      const words = (await this.mails(order, 1)).flatMap((mail) => mail.text.split(/\s+/));
      return words.find((word) => word.startsWith(`${stage().shop}/my/sign-in/`)) ?? '';
    };
    await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
    return found();
  }

  private url(path: string): string {
    return `${stage().sandbox}/_control/${path}`;
  }

  private async control(path: string, data: object): Promise<APIResponse> {
    const answer = await this.request.post(this.url(path), { data });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
    return answer;
  }
}

/** Where a mail's HTML leads. */
export function hrefs(mail: Mail): string[] {
  const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
  return links.map((link) => link.replaceAll('&#x2f;', '/').replaceAll('&amp;', '&'));
}

/** The link of ours that opens an order's page. */
export function linkIn(mail: Mail): string {
  const link = mail.text.split(/\s+/).find((word) => word.startsWith(`${stage().shop}/t/`));
  if (!link) throw new Error(`no link of ours in: ${mail.text}`);
  return link;
}
