// Opens a shop: a sandbox, a server with its private PostgreSQL, three people, an API key and some orders. Most tests
// share one; those that break the world outside it, or turn its clock, get one of their own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signIn } from './accounts';
import { cleanEnvironment, type Environment, freePort, Program, run } from './programs';
import { allowReturns } from './returns';
import { fewerMails } from './rules';
import type { Account, Stage } from './stage';

const ROOT = resolve(__dirname, '../..');
const SECRET = 'the end-to-end tests sign their links with this';
const TWILIO_TOKEN = 'a-token-only-twilio-knows';
const SHIPPO_WORD = 'a-word-only-shippo-knows';
const CARRIER_WORD = 'a-word-only-this-carrier-knows';

/** How many days a customer has to send something back. */
export const RETURN_DAYS = 14;

export interface Opened {
  stage: Stage;
  close: () => Promise<void>;
}

/** `name` is that of its logs, `orders` how many it has from the start, `carriers` whether it asks carriers itself. When anything fails,
 *  all of it is gone. */
export async function open(name: string, orders: number, carriers = false): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'clew-e2e-'));
  // PostgreSQL never runs as root: where we are root its user must get in.
  chmodSync(folder, 0o755);
  const running: Program[] = [];
  const close = async () => {
    const results = await Promise.allSettled(running.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
    const failure = results.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
  };
  try {
    return { stage: await start(name, orders, carriers, folder, running), close };
  } catch (error) {
    await close().catch((second) => console.error(second));
    throw error;
  }
}

async function start(name: string, orders: number, carriers: boolean, folder: string, running: Program[]): Promise<Stage> {
  const clew = process.env.CLEW_BIN ?? join(ROOT, 'target/release/clew');
  const sandboxBin = process.env.CLEW_SANDBOX_BIN ?? join(ROOT, 'target/release/clew-sandbox');
  const port = await freePort();
  const shop = `http://127.0.0.1:${port}`;
  // Another host, not just another port: to a browser another site.
  const elsewhere = `http://localhost:${await freePort()}`;

  const sandbox = new Program(`${name}sandbox`, sandboxBin, sandboxArguments(shop), cleanEnvironment({}));
  running.push(sandbox);
  const at = JSON.parse(await sandbox.firstLine()) as { http: string; smtp: string };

  const env = { ...settings(folder, port, at), CLEW_TRACK_ORIGINS: elsewhere, ...(carriers ? accounts(at) : { CORREOS_OFF: 'true' }) };
  const server = new Program(`${name}server`, process.execPath, [join(__dirname, 'leash.mjs'), clew, 'serve'], env);
  running.push(server);
  await server.until('answer', () => fetch(`${shop}/livez`).then((answer) => answer.ok, () => false));

  // The link opens nothing once somebody has an account.
  const setUp = await fetch(`${shop}${await server.says(/\/admin\/set-up\/[\w-]+/)}`).then((answer) => answer.text());
  const ana = await account(clew, env, shop, folder, 'Ana Ruiz');
  await allowReturns(shop, ana, 'print-factory', RETURN_DAYS);
  await fewerMails(shop, ana);
  const ion = await account(clew, env, shop, folder, 'Ion Popa');
  const vera = await account(clew, env, shop, folder, 'Vera Orlova');
  const apiKey = await key(clew, env, 'end2end');
  const operatorKey = await key(clew, env, 'end2end operator', '--operator');
  if (orders > 0) await run(clew, ['seed', '--orders', String(orders)], env);
  return { shop, elsewhere, sandbox: at.http, apiKey, operatorKey, secret: SECRET, setUp, ana, ion, vera };
}

function sandboxArguments(shop: string): string[] {
  const webhook = ['--webhook-url', `${shop}/api/webhooks/stripe`, '--webhook-secret', 'whsec_e2e'];
  const shippo = ['--shippo-webhook-url', `${shop}/api/webhooks/shippo?token=${SHIPPO_WORD}`];
  const twilio = ['--twilio-webhook-url', `${shop}/api/webhooks/twilio`, '--twilio-auth-token', TWILIO_TOKEN];
  const fedex = ['--fedex-webhook-url', `${shop}/api/webhooks/carriers/fedex`, '--fedex-security-token', CARRIER_WORD];
  return ['--http', '127.0.0.1:0', '--smtp', '127.0.0.1:0', '--exit-with-stdin', ...webhook, ...shippo, ...twilio, ...fedex];
}

function settings(folder: string, port: number, sandbox: { http: string; smtp: string }): Environment {
  return cleanEnvironment({
    CLEW_DATA: join(folder, 'data'),
    CLEW_LISTEN: `127.0.0.1:${port}`,
    CLEW_SITE: process.env.CLEW_SITE ?? join(ROOT, 'target/site'),
    CLEW_SITE_ADMIN: process.env.CLEW_SITE_ADMIN ?? join(ROOT, 'target/site-admin'),
    CLEW_SHOP_NAME: 'Taller Ariadna',
    CLEW_CONTACT: 'hola@ariadna.example',
    CLEW_LANGUAGE: 'en',
    CLEW_SECRET: SECRET,
    // Tests wait for messages, at whatever hour they run.
    CLEW_QUIET_HOURS: 'none',
    CLEW_NOTICE_DELAY: '0',
    // The tests' own receivers of webhooks.
    CLEW_WEBHOOK_ALLOW: '127.0.0.1',
    // Every test comes from the same address.
    CLEW_LOOK_UPS_BY_IP: '100000',
    CLEW_API_PER_MINUTE: '100000',
    STRIPE_SECRET_KEY: 'sk_test_e2e',
    STRIPE_WEBHOOK_SECRET: 'whsec_e2e',
    STRIPE_API_BASE: sandbox.http,
    SHIPPO_TOKEN: 'shippo_test_e2e',
    SHIPPO_WEBHOOK_TOKEN: SHIPPO_WORD,
    SHIPPO_API_BASE: `${sandbox.http}/shippo`,
    POSTCODES_API_BASE: `${sandbox.http}/postcodes_io`,
    TWILIO_ACCOUNT_SID: 'ACe2e',
    TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
    TWILIO_FROM: '+15005550006',
    TWILIO_VERIFY_SERVICE: 'VAe2e',
    TWILIO_API_BASE: `${sandbox.http}/twilio`,
    PUSH_API_BASE: sandbox.http,
    SMTP_URL: `smtp://${sandbox.smtp}`,
  });
}

/** Accounts with the four carriers, who tell it by themselves, too. */
function accounts({ http }: { http: string }): Environment {
  const keys = (name: string) => ({ [`${name}_CLIENT_ID`]: 'e2e', [`${name}_CLIENT_SECRET`]: 'e2e', [`${name}_WEBHOOK_SECRET`]: CARRIER_WORD });
  return {
    ...keys('FEDEX'),
    ...keys('UPS'),
    DHL_API_KEY: 'e2e',
    DHL_WEBHOOK_SECRET: CARRIER_WORD,
    FEDEX_API_BASE: `${http}/fedex`,
    UPS_API_BASE: `${http}/ups`,
    DHL_API_BASE: `${http}/dhl`,
    CORREOS_API_BASE: `${http}/correos/canonico`,
  };
}

async function key(clew: string, env: Environment, ...wish: string[]): Promise<string> {
  const [key = ''] = (await run(clew, ['create-api-key', ...wish], env)).split('\n');
  return key.trim();
}

async function account(clew: string, env: Environment, shop: string, folder: string, name: string): Promise<Account> {
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  const account = { name, email: `${first}@ariadna.example`, password: 'follow the thread', state: join(folder, `${first}.json`) };
  await run(clew, ['create-admin', account.email, '--name', name], env, `${account.password}\n`);
  await signIn(shop, account);
  return account;
}
