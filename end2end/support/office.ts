// The staff's pages as staff find their way around them. English: that is what the accounts read.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../stage/stage';
import { say } from './words';

export class Office {
  readonly status: Locator;
  readonly line: Locator;
  readonly problem: Locator;
  readonly timeline: Locator;
  readonly note: Locator;
  /** The order's money. */
  readonly payment: Locator;
  readonly parcels: Locator;
  readonly back: Locator;

  constructor(readonly page: Page) {
    this.status = page.locator('.order-head .state .badge');
    this.line = page.locator('p.live');
    this.problem = page.locator('.outcome-bad');
    this.timeline = page.locator('ol.timeline > li');
    this.note = page.getByLabel('Note', { exact: true });
    this.payment = page.getByRole('region', { name: say('en', 'admin-column-payment'), exact: true });
    this.parcels = page.getByRole('region', { name: say('en', 'admin-parcels'), exact: true });
    this.back = page.getByRole('region', { name: say('en', 'admin-return'), exact: true });
  }

  async signIn(person: Account): Promise<void> {
    await this.page.getByLabel('Email').fill(person.email);
    await this.page.getByLabel('Password').fill(person.password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async openOrder(number: string): Promise<void> {
    await this.page.goto(`/admin/orders/${number}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(number);
  }

  /** Narrows the list to what a search finds. */
  async search(text: string): Promise<void> {
    await this.page.getByLabel('Search').fill(text);
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(this.page).toHaveURL((url) => url.searchParams.get('q') === text);
  }

  row(number: string): Locator {
    return this.page.getByRole('row').filter({ hasText: number });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Waits until the app runs and changes arrive by themselves. */
  async untilLive(): Promise<void> {
    await expect(this.line).toHaveText('Live', { timeout: 40_000 });
  }

  /** Waits until the app runs, where the line was cut on purpose. */
  async untilRunning(): Promise<void> {
    await expect(this.line).not.toHaveText('Connecting', { timeout: 40_000 });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** What carries this mark and no other: "Bought" is not "To be bought". */
  marked(within: Locator, word: string): Locator {
    return within.filter({ has: this.page.locator('.badge').getByText(word, { exact: true }) });
  }

  /** Looks at what paying back this much would do; nothing is done yet. */
  async reviewRefund(amount: string, reason = 'requested_by_customer'): Promise<void> {
    await this.link(say('en', 'admin-refund')).click();
    await this.page.locator('#refund-amount').fill(amount);
    await this.page.locator('select[name=reason]').selectOption(reason);
    await this.button(say('en', 'admin-refund-review')).click();
    await expect(this.page.getByRole('heading', { name: say('en', 'admin-refund-sure') })).toBeVisible();
  }

  /** Looks at the ways to send the first box; nothing is bought yet. */
  async lookAtRates(): Promise<void> {
    await this.link(say('en', 'admin-label-buy')).click();
    await expect(this.page.locator('.rates label').first()).toBeVisible();
  }
}
