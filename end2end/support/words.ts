// What a page should say, read from the translation files, so that a better wording breaks no test and a missing one
// does. Plural forms are left to the tests of the pages themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Language = 'es' | 'en' | 'ro' | 'ru';
export const LANGUAGES: Language[] = ['es', 'en', 'ro', 'ru'];

const LOCALES = resolve(__dirname, '../../locales');

function read(language: Language): Map<string, string> {
  const folder = join(LOCALES, language);
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return new Map([...text.matchAll(/^([a-z][\w-]*) = (.+)$/gm)].map(([, key, words]) => [key as string, words as string]));
}

const WORDS = new Map(LANGUAGES.map((language) => [language, read(language)]));

/** The words of a key with its variables filled in. */
export function say(language: Language, key: string, args: Record<string, string> = {}): string {
  const words = WORDS.get(language)?.get(key);
  if (!words) throw new Error(`locales/${language} has no ${key} on one line`);
  return words.replaceAll(/\{ \$(\w+) \}/g, (_, name: string) => args[name] ?? `{ $${name} }`);
}

/** The words of a key with anything where its variables stand. */
export function like(language: Language, key: string): RegExp {
  const parts = say(language, key).split(/\{ \$\w+ \}/);
  return new RegExp(parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
}
