// A browser whose push service is the sandbox's: Chromium cannot reach its own here. Everything else is real: the page's script, the
// shop's encryption, which the sandbox undoes, and the service worker that shows what came.
import { expect, type Page } from '@playwright/test';
import { stage } from '../stage/stage';

export interface Listener {
  id: string;
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export class PushService {
  private constructor(
    private readonly page: Page,
    readonly listener: Listener,
  ) {}

  /** Must come before the page is opened. */
  static async of(page: Page): Promise<PushService> {
    const answer = await page.request.post(`${stage().sandbox}/_control/push/subscriptions`, { data: {} });
    expect(answer.status()).toBe(200);
    const listener = (await answer.json()) as Listener;
    await page.context().grantPermissions(['notifications'], { origin: stage().shop });
    await page.addInitScript((given) => {
      const subscription = { endpoint: given.endpoint, toJSON: () => given };
      Reflect.set(PushManager.prototype, 'subscribe', async () => subscription);
      const known = () => (localStorage.length > 0 ? subscription : null);
      Reflect.set(PushManager.prototype, 'getSubscription', async () => known());
    }, listener);
    return new PushService(page, listener);
  }

  /** The newest message that came, once there are that many, as a service worker gets it. */
  async received(count: number): Promise<string> {
    const params = { count, timeout_ms: 20_000 };
    const answer = await this.page.request.get(`${stage().sandbox}/_control/push/wait/${this.listener.id}`, { params });
    const messages = (await answer.json()) as { text: string }[];
    expect(answer.status(), `${count} push messages, there are ${messages.length}`).toBe(200);
    return messages.at(-1)?.text ?? '';
  }

  /** Hands a message to the real service worker, and answers with what it then shows. */
  async show(data: string): Promise<{ title: string; body: string; url: string }[]> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const registrations = new Map<string, string>();
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: found }) => {
      for (const { registrationId, scopeURL, isDeleted } of found) if (!isDeleted) registrations.set(scopeURL, registrationId);
    });
    await devtools.send('ServiceWorker.enable');
    await expect.poll(() => registrations.get(`${stage().shop}/`)).toBeTruthy();
    const registrationId = registrations.get(`${stage().shop}/`) ?? '';
    // A worker that is not active yet loses what it is given.
    await this.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    const shown = () =>
      this.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const notifications = await registration.getNotifications();
        return notifications.map(({ title, body, data }) => ({ title, body, url: String((data as { url?: string })?.url) }));
      });
    await expect(async () => {
      await devtools.send('ServiceWorker.deliverPushMessage', { origin: stage().shop, registrationId, data });
      await expect.poll(async () => (await shown()).length, { timeout: 5_000 }).toBeGreaterThan(0);
    }).toPass({ timeout: 30_000 });
    return shown();
  }
}
