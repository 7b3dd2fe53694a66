// What the set-up tells the tests: where the shop and the world outside it are, and who may come in.
import { resolve } from 'node:path';

export interface Account {
  name: string;
  email: string;
  password: string;
  /** A browser's stored state in which this person is signed in. */
  state: string;
}

export interface Stage {
  shop: string;
  sandbox: string;
  apiKey: string;
  /** A key that may do all a key can. */
  operatorKey: string;
  /** Another site, whose pages may show orders. */
  elsewhere: string;
  /** What the shop signs links with. */
  secret: string;
  /** The page of the one-time link, as it was while nobody had an account. */
  setUp: string;
  ana: Account;
  ion: Account;
  vera: Account;
}

const VARIABLE = 'CLEW_END2END_STAGE';

export const RESULTS = resolve(__dirname, '../results');

export function tell(stage: Stage): void {
  process.env[VARIABLE] = JSON.stringify(stage);
}

export function stage(): Stage {
  const told = process.env[VARIABLE];
  if (!told) throw new Error('the set-up has not run: start the tests with end2end/playwright.config.ts');
  return JSON.parse(told) as Stage;
}
