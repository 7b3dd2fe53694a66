// Every test's beginning: a storefront, the sandbox, a colleague at a desk, and windows that close by themselves.
import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { open } from '../stage/open';
import { type Account, stage, tell } from '../stage/stage';
import { CustomerPage } from './customer';
import { Desk } from './desk';
import { Life } from './life';
import { Office } from './office';
import { Sandbox } from './sandbox';
import { Storefront } from './shop';

interface Fixtures {
  storefront: Storefront;
  sandbox: Sandbox;
  /** Ana, without a browser. */
  desk: Desk;
  life: Life;
  /** The customer, in the test's own window. */
  customer: CustomerPage;
  /** What browsers complained about, told when a test fails. */
  complaints: string[];
  /** A window of somebody else: another browser, as far as cookies go. */
  newWindow: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window in which this person is signed in. */
  office: (person: Account, options?: BrowserContextOptions) => Promise<Office>;
}

interface WorkerFixtures {
  /** Whether a file's tests break the world outside the shop, or turn its clock: then they have both for themselves. */
  ownShop: boolean;
  /** Whether a shop of their own asks carriers itself. */
  ownCarriers: boolean;
  theatre: void;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownShop: [false, { scope: 'worker', option: true }],
  ownCarriers: [false, { scope: 'worker', option: true }],
  theatre: [
    async ({ ownShop, ownCarriers }, use, { workerIndex }) => {
      if (!ownShop) return use();
      const shared = stage();
      const { stage: own, close } = await open(`own-${workerIndex}-`, 0, ownCarriers);
      tell(own);
      await use();
      tell(shared);
      await close();
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
  baseURL: async ({}, use) => use(stage().shop),
  storefront: async ({ request }, use) => use(new Storefront(request)),
  sandbox: async ({ request }, use) => use(new Sandbox(request)),
  desk: async ({}, use) => {
    const desk = await Desk.of(stage().ana);
    await use(desk);
    await desk.close();
  },
  life: async ({ storefront, sandbox, desk }, use) => use(new Life(storefront, sandbox, desk)),
  customer: async ({ page }, use) => use(new CustomerPage(page)),
  complaints: [
    async ({}, use, testInfo) => {
      const complaints: string[] = [];
      await use(complaints);
      if (testInfo.status !== testInfo.expectedStatus && complaints.length > 0) {
        await testInfo.attach('what the browsers complained about', { body: complaints.join('\n').slice(0, 8_000), contentType: 'text/plain' });
      }
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    listen(context, complaints);
    await use(context);
  },
  newWindow: async ({ browser, complaints, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: stage().shop, javaScriptEnabled, ...options });
      contexts.push(context);
      listen(context, complaints);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  office: async ({ newWindow }, use) => {
    await use(async (person, options = {}) => new Office(await newWindow({ storageState: person.state, ...options })));
  },
});

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => message.type() === 'error' && complaints.push(`${message.page()?.url()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(String(error.error())));
}

export { expect } from '@playwright/test';
export { stage } from '../stage/stage';
