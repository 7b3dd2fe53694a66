// A member of staff without a browser: for changes that a test needs but is not about.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { type Account, stage } from '../stage/stage';

export interface Sheet {
  id: string;
  number: string;
  version: number;
  status: string;
  email: string;
  payment: string;
  payment_intent: string | null;
  money: { refundable_minor: number };
  labels: { id: string; status: string }[];
  parcels: { id: string; tracking_number: string | null; label: { id: string; status: string } | null }[];
  events: { kind: string; detail: string | null }[];
}

export type Parcel = { carrier?: string; tracking_number?: string; tracking_url?: string };

export class Desk {
  private constructor(private readonly browser: APIRequestContext) {}

  static async of(person: Account): Promise<Desk> {
    const headers = { origin: stage().shop, accept: 'application/json' };
    return new Desk(await request.newContext({ baseURL: stage().shop, storageState: person.state, extraHTTPHeaders: headers }));
  }

  async close(): Promise<void> {
    await this.browser.dispose();
  }

  async order(number: string): Promise<Sheet> {
    const answer = await this.browser.get('/admin/fn/order', { params: { number } });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as Sheet;
  }

  /** Numbers of the orders that a filter finds. */
  async find(filter: Record<string, string>): Promise<string[]> {
    const params = Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value]));
    const answer = await this.browser.get('/admin/fn/orders', { params });
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { rows: { number: string }[] }).rows.map((row) => row.number);
  }

  /** Moves an order as it stands now. */
  async advance(number: string, stage: string, back = false): Promise<void> {
    await this.decide('advance_order', number, { stage, back: String(back) });
  }

  async ship(number: string, parcel: Parcel = {}): Promise<void> {
    await this.decide('ship_order', number, { ...parcel });
  }

  async addParcel(number: string, parcel: Parcel): Promise<void> {
    const { id } = await this.order(number);
    await this.call('add_parcel', { id, ...parcel });
  }

  /** Asks the carrier of each of an order's boxes. */
  async askCarriers(number: string): Promise<void> {
    for (const { id } of (await this.order(number)).parcels) await this.call('refresh_tracking', { id });
  }

  async note(number: string, text: string): Promise<void> {
    const { id } = await this.order(number);
    await this.call('add_note', { id, text });
  }

  /** Pays back an amount of minor units. */
  async refund(number: string, minor: number): Promise<void> {
    await this.decide('refund_order', number, { key: randomUUID(), amount: String(minor) });
  }

  /** Buys the label of the first box, at the customer's choice or else the cheapest rate, and waits until it is there. */
  async buyLabel(number: string): Promise<string> {
    const { id } = await this.order(number);
    const params = { number, box_number: '1', back: 'false', size: '', anew: 'false' };
    const answer = await this.browser.get('/admin/fn/plan_label', { params });
    expect(answer.status(), await answer.text()).toBe(200);
    const { rates } = (await answer.json()) as { rates: { value: string }[] };
    await this.call('buy_label', { id, box_number: '1', back: 'false', rate: rates[0]?.value ?? '', file_type: 'PDF_4x6' });
    const tracking = async () => (await this.order(number)).parcels[0]?.tracking_number;
    await expect.poll(tracking).toBeTruthy();
    return (await tracking()) ?? '';
  }

  /** Has back what was asked to be sent back; nothing of it goes into stock. */
  async receive(number: string): Promise<void> {
    await this.decide('receive_return', number, {});
  }

  async cancel(number: string): Promise<void> {
    await this.decide('cancel_order', number, {});
  }

  /** What needs the version that was seen: a provider's news may come between seeing and deciding, and then a person looks again. */
  private async decide(name: string, number: string, form: Record<string, string>): Promise<void> {
    await expect(async () => {
      const { id, version } = await this.order(number);
      await this.call(name, { id, version: String(version), ...form });
    }).toPass({ timeout: 15_000 });
  }

  private async call(name: string, form: Record<string, string>): Promise<void> {
    const answer = await this.browser.post(`/admin/fn/${name}`, { form, maxRedirects: 0 });
    expect(answer.status(), `${name}: ${await answer.text()}`).toBe(200);
  }
}
