// The customer's pages as a customer finds their way around them.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Placed } from './shop';

export class CustomerPage {
  readonly headline: Locator;
  readonly currentStep: Locator;
  readonly badge: Locator;
  readonly timeline: Locator;
  readonly pulse: Locator;
  readonly announcement: Locator;
  readonly carrierLink: Locator;

  constructor(readonly page: Page) {
    this.headline = page.locator('h1');
    this.currentStep = page.locator('.rail [aria-current=step]');
    this.badge = page.locator('.eyebrow .badge');
    this.timeline = page.locator('.timeline h3');
    this.pulse = page.locator('#pulse');
    this.announcement = page.locator('#said');
    this.carrierLink = page.locator('a.follow[id^=parcel-]');
  }

  async lookUp(number: string, email: string): Promise<void> {
    await this.page.goto('/track');
    await this.page.locator('#number').fill(number);
    await this.page.locator('#email').fill(email);
    await this.page.getByRole('main').getByRole('button').click();
  }

  /** Opens an order's page by number and email. */
  async open(order: Placed): Promise<void> {
    await this.lookUp(order.number, order.email);
    await expect(this.page).toHaveURL(`/o/${order.number}`);
  }

  /** Waits until changes arrive by themselves. */
  async untilLive(): Promise<void> {
    await expect(this.pulse).toHaveAttribute('data-state', 'data-live-word');
  }
}
