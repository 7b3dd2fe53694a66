// Stripe's page, as a customer uses it.
import type { Locator, Page } from '@playwright/test';

export const GOOD_CARD = '4242 4242 4242 4242';
export const DECLINED_CARD = '4000 0000 0000 0002';

export class Till {
  readonly problem: Locator;
  private readonly form: Locator;

  constructor(private readonly page: Page) {
    this.form = page.locator('form:has(#cardNumber)');
    this.problem = page.getByRole('alert');
  }

  async fill(card: string): Promise<void> {
    await this.page.locator('#cardNumber').fill(card);
    await this.page.locator('#cardExpiry').fill('12 / 34');
    await this.page.locator('#cardCvc').fill('123');
    await this.page.locator('#billingName').fill('Zoë Hartley');
  }

  async pay(card: string): Promise<void> {
    await this.fill(card);
    await this.submit();
  }

  /** By a method whose money comes days later. */
  async payLater(): Promise<void> {
    await this.fill(GOOD_CARD);
    await this.page.locator('input[name=delayed]').check();
    await this.submit();
  }

  async submit(): Promise<void> {
    await this.form.getByRole('button').click();
  }
}
