// Mails as a mail program shows them: on a telephone and a desk, by day and by night, the usual one and the longest names there are.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { inspect } from './support/axe';

const SNAPSHOTS = resolve(__dirname, '../domain/src/notice/template/snapshots');

for (const name of ['mail', 'mail_worst']) {
  test(`the snapshot ${name} is readable in every size and light`, async ({ page }) => {
    await page.setContent(readFileSync(resolve(SNAPSHOTS, `${name}.html`), 'utf8'));
    await inspect(page, name.replace('_', '-'));
  });
}
