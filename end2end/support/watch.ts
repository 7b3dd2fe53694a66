// Listens to everything a browser complains about and everywhere it goes.
import { type BrowserContext, expect } from '@playwright/test';
import { stage } from '../stage/stage';

export class Watch {
  readonly complaints: string[] = [];
  readonly requests: string[] = [];

  private constructor() {}

  static async over(context: BrowserContext): Promise<Watch> {
    const watch = new Watch();
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    context.on('console', (message) => {
      // The browser logs a page that answers 404 as an error; the tests that open one expect it.
      const isThePage = message.text().startsWith('Failed to load resource') && message.location().url === message.page()?.url();
      if (['error', 'warning'].includes(message.type()) && !isThePage) watch.complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on('weberror', (error) => watch.complaints.push(String(error.error())));
    context.on('request', (request) => watch.requests.push(request.url()));
    return watch;
  }

  /** Paths of what was loaded. */
  get paths(): string[] {
    return this.requests.filter((url) => url.startsWith(stage().shop)).map((url) => new URL(url).pathname);
  }

  expectPeace(): void {
    expect(this.complaints).toEqual([]);
    expect(this.requests.filter((url) => !url.startsWith(`${stage().shop}/`) && !url.startsWith('data:'))).toEqual([]);
  }
}
