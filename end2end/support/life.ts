// Orders brought to where a test begins.
import type { Desk, Parcel } from './desk';
import type { Sandbox } from './sandbox';
import type { Placed, Storefront, Wish } from './shop';

export const UPS: Parcel = { carrier: 'ups', tracking_number: '1Z999AA10123456784' };
export const UPS_LINK = 'https://www.ups.com/track?tracknum=1Z999AA10123456784';

export type Point = 'pending' | 'not paid' | 'paid' | 'processing' | 'shipped' | 'delivered';
const WAY: Point[] = ['paid', 'processing', 'shipped', 'delivered'];

export class Life {
  constructor(
    private readonly storefront: Storefront,
    private readonly sandbox: Sandbox,
    private readonly desk: Desk,
  ) {}

  /** An order that has come this far, and everything that caused has happened. */
  async order(point: Point, wish: Wish = {}): Promise<Placed> {
    const order = await this.storefront.place(wish);
    if (point === 'not paid') await this.notPaid(order);
    const steps = WAY.slice(0, WAY.indexOf(point) + 1);
    for (const step of steps) await this.step(order, step);
    return order;
  }

  async step(order: Placed, step: Point): Promise<void> {
    if (step === 'paid') {
      await this.sandbox.pay(order);
      await this.sandbox.mails(order, 1);
    }
    if (step === 'processing') await this.desk.advance(order.number, 'in_production');
    if (step === 'shipped') await this.desk.ship(order.number, UPS);
    if (step === 'delivered') await this.desk.advance(order.number, 'delivered');
  }

  private async notPaid(order: Placed): Promise<void> {
    await this.sandbox.expire(order);
    const until = Date.now() + 15_000;
    while (!(await this.desk.order(order.number)).events.some((event) => event.kind === 'payment_failed')) {
      if (Date.now() > until) throw new Error(`${order.number} never heard that it was not paid`);
    }
  }
}
