// One page held to WCAG 2.2 AA: axe in light and dark on a phone and on a desk, nothing to scroll sideways down to
// 320 px, and a picture of each kept for people to look at (results/screenshots).
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { RESULTS } from '../stage/stage';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What the colour scheme can change: the rest is the same page, and axe takes its time. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const HEIGHT = 844;
/** A mail that is shown is a document of its own, in which no script may run: not axe's either. */
const MAILS = 'iframe[sandbox]';

export async function inspect(page: Page, name: string): Promise<void> {
  /** What is wrong, and where it is. */
  const found = new Map<string, string[]>();
  const note = (flaws: string[], where: string) => flaws.forEach((flaw) => found.set(flaw, [...(found.get(flaw) ?? []), where]));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.screenshot({ path: join(RESULTS, 'screenshots', `${name}-${colorScheme}-${width}.png`), fullPage: true });
      note(await violations(page, colorScheme), `${colorScheme} ${width}`);
      note(await stickingOut(page), `${width}`);
      note(await marksInText(page), `${width}`);
    }
  }
  await page.setViewportSize({ width: 320, height: HEIGHT });
  note(await stickingOut(page), '320');
  expect.soft([...found].map(([flaw, where]) => `${where.join(', ')}: ${flaw}`), `${name}, ${page.url()}`).toEqual([]);
}

/** Pictures in every size and light, and nothing to scroll sideways: for what axe has seen one of. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.screenshot({ path: join(RESULTS, 'screenshots', `${name}-${colorScheme}-${width}.png`) });
      expect.soft(await stickingOut(page), `${name}, ${width}`).toEqual([]);
    }
  }
}

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude(MAILS);
  const { violations } = await (colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(COLOURS)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 200)} ${node.failureSummary?.replaceAll(/\s+/g, ' ')}`),
  );
}

/** What makes the page scroll sideways. */
async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return [`too wide: ${wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`).slice(0, 8).join(' ')}`];
  });
}

/** Marks of the renderer where a browser reads no markup: in the tab's title and in fields. */
async function marksInText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea')].map((field) => field.value);
    return [document.title, ...fields].filter((text) => text.includes('<!')).map((text) => `a mark in: ${text.slice(0, 80)}`);
  });
}
