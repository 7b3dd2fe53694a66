// Proves that a page changed by itself: what was put into its window is still there.
import { expect, type Page } from '@playwright/test';

const NAME = '__clewWasHere';

export async function mark(page: Page): Promise<void> {
  await page.evaluate((name) => Reflect.set(window, name, true), NAME);
}

export async function expectNoReload(page: Page): Promise<void> {
  expect(await page.evaluate((name) => Reflect.get(window, name), NAME), 'the page was loaded anew').toBe(true);
}
