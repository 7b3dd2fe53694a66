// The staff's pages as staff find their way around them. English: that is what the accounts read.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../stage/stage';

export class Office {
  readonly status: Locator;
  readonly line: Locator;
  readonly problem: Locator;
  readonly timeline: Locator;
  readonly note: Locator;

  constructor(readonly page: Page) {
    this.status = page.locator('.order-head .badge');
    this.line = page.locator('p.live');
    this.problem = page.locator('.outcome-bad');
    this.timeline = page.locator('ol.timeline > li');
    this.note = page.getByLabel('Note', { exact: true });
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
}
