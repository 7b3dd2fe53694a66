// The API's page: the viewer draws the document from our own files, under a policy that allows nothing else, and without a script it says where
// the document is.
import AxeBuilder from '@axe-core/playwright';
import { look } from './support/axe';
import { expect, stage, test } from './support/test';
import { say } from './support/words';

/** The viewer is somebody else's: what axe finds in it that no stylesheet mends. A line of the list is a button, and the path in it a link. */
const KNOWN = ['nested-interactive'];

test('the viewer shows every operation, under a policy without inline scripts or styles', async ({ page, complaints }) => {
  const refused: string[] = [];
  const elsewhere: string[] = [];
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const tell = (window as unknown as { refuse: (what: string) => void }).refuse;
    document.addEventListener('securitypolicyviolation', (event) => tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  page.on('request', (request) => !request.url().startsWith(stage().shop) && !request.url().startsWith('data:') && elsewhere.push(request.url()));
  const answer = await page.goto('/api/docs');
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()['content-security-policy']).not.toMatch(/unsafe|nonce/);
  const described = (await (await page.request.get('/api/openapi.json')).json()) as { paths: Record<string, object> };
  const operations = Object.values(described.paths).flatMap((operations) => Object.keys(operations));
  await expect(page.locator('#viewer .opblock')).toHaveCount(operations.length);
  await page.locator('#operations-orders-createOrder .opblock-summary-control').click();
  await expect(page.locator('#operations-orders-createOrder')).toContainText('Idempotency-Key');
  expect({ refused, elsewhere, complaints }).toEqual({ refused: [], elsewhere: [], complaints: [] });
});

test('its page is accessible in both sizes, dark too; what the viewer itself lacks is named', async ({ page }) => {
  // Each size and each colour once: axe reads some hundred operations for half a minute.
  for (const [colorScheme, width] of [['light', 390], ['dark', 1280]] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/api/docs');
    await expect(page.locator('#viewer .opblock').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const found = violations.filter(({ id }) => !KNOWN.includes(id));
    expect.soft(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.html.slice(0, 200)}`), `${colorScheme} ${width}`).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(sideways, `${width}`).toBe(0);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says in its reader’s language where the document is', async ({ page }) => {
    await page.goto('/api/docs?lang=ro');
    await expect(page.locator('h1')).toHaveText(say('ro', 'customer-api-title'));
    await expect(page.getByText(say('ro', 'customer-api-no-script'))).toBeVisible();
    await look(page, 'api-docs-no-script');
    const link = page.getByRole('link', { name: say('ro', 'customer-api-document') });
    expect(await link.getAttribute('href')).toBe('/api/openapi.json');
  });
});
