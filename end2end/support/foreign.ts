// Another site: a page on another host, of which the shop knows no more than that it may ask. Its markup and its policy are the ones
// docs/connect/track.md tells a shop to copy.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type Locator, type Page } from '@playwright/test';
import { stage } from '../stage/stage';
import { Watch } from './watch';

const GUIDE = readFileSync(resolve(__dirname, '../../docs/connect/track.md'), 'utf8');

/** The first example of that language in the guide that holds this, for the shop under test. */
export function example(language: string, holds: string): string {
  const blocks = GUIDE.split('```').filter((_, index) => index % 2 === 1);
  const found = blocks.find((block) => block.startsWith(`${language}\n`) && block.includes(holds));
  if (!found) throw new Error(`docs/connect/track.md has no example with ${holds}`);
  return found.slice(language.length + 1).trim().replaceAll('https://clew.example', stage().shop);
}

export class ForeignSite {
  private constructor(private readonly server: Server) {}

  static async open(): Promise<ForeignSite> {
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', stage().elsewhere);
      if (pathname !== '/') return response.writeHead(404).end();
      const more = searchParams.getAll('policy');
      // The icon that browsers ask for by themselves.
      if (!more.some((directive) => directive.startsWith('img-src'))) more.push('img-src data:');
      const policy = [example('text', 'script-src'), ...more].join('; ');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
      response.end(page(searchParams.get('body') ?? example('html', '<clew-track')));
    });
    server.listen(Number(new URL(stage().elsewhere).port), '127.0.0.1');
    await once(server, 'listening');
    return new ForeignSite(server);
  }

  /** Where a page with this body is, under the guide's policy and further directives. */
  address(body?: string, ...policy: string[]): string {
    const query = new URLSearchParams(policy.map((directive) => ['policy', directive]));
    if (body !== undefined) query.set('body', body);
    return `${stage().elsewhere}/?${query}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function page(body: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A shop</title><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"></head><body><main><h1>My orders</h1>${body}</main></body></html>`;
}

/** One `<clew-track>` as its reader finds their way around it. */
export class Track {
  readonly headline: Locator;
  readonly alert: Locator;
  readonly currentStep: Locator;
  readonly timeline: Locator;
  readonly pulse: Locator;
  readonly announcement: Locator;

  constructor(readonly element: Locator) {
    this.headline = element.getByRole('heading', { level: 2 });
    this.alert = element.getByRole('alert');
    this.currentStep = element.locator('[aria-current=step]');
    this.timeline = element.locator('.entry b');
    this.pulse = element.locator('.pulse');
    this.announcement = element.getByRole('status');
  }

  async lookUp(number: string, email: string): Promise<void> {
    await this.element.locator('#number').fill(number);
    await this.element.locator('#email').fill(email);
    await this.element.locator('#email').press('Enter');
  }
}

/** What the browser complained about, but for answers that a test asked to be refused. */
export function complaints(watch: Watch): string[] {
  return watch.complaints.filter((complaint) => !complaint.includes('status of 404'));
}

/** Where this page went besides its own site. */
export function abroad(watch: Watch, page: Page): string[] {
  const own = new URL(page.url()).origin;
  const others = watch.requests.map((url) => new URL(url)).filter(({ origin, protocol }) => origin !== own && protocol !== 'data:');
  return [...new Set(others.map(({ origin }) => origin))];
}
