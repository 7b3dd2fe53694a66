// Mails as a mail program shows them: on a telephone and a desk, by day and by night, the usual ones and the longest names there are.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect, look } from './support/axe';
import { expect, stage, test } from './support/test';
import { LANGUAGES } from './support/words';

const SNAPSHOTS = resolve(__dirname, '../domain/src/notice/template/snapshots');

for (const name of ['mail', 'mail_worst']) {
  test(`the snapshot ${name} is readable in every size and light`, async ({ page }) => {
    await page.setContent(readFileSync(resolve(SNAPSHOTS, `${name}.html`), 'utf8'));
    await inspect(page, name.replace('_', '-'));
  });
}

for (const language of LANGUAGES) {
  test(`every mail in ${language} fits every size`, async ({ office, page }) => {
    test.setTimeout(300_000);
    const ana = await office(stage().ana);
    await ana.page.goto('/admin/templates');
    const mails = ana.page.locator(`a[href$="/email?lang=${language}"]`);
    const addresses = await mails.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThanOrEqual(23);
    for (const address of addresses) {
      await ana.page.goto(address);
      const html = await ana.page.locator('#preview iframe').getAttribute('srcdoc');
      expect(html, address).toContain(`lang="${language}"`);
      await page.setContent(html ?? '');
      await look(page, `mail-${address.split('/').at(-2)}-${language}`);
    }
  });
}
