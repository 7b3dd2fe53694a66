// Schemathesis attacks the API as its document describes it: nothing it sends may be answered with a 5xx, with a status or a type that is not
// documented, or with a body that is not what its schema says. It runs against a shop of its own, because it does whatever an order allows.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, stage, test } from './support/test';

test.use({ ownShop: true });
// Some 3000 requests one after the other: a minute where two cores have nothing else to do.
test.setTimeout(420_000);

const PROGRAM = process.env.SCHEMATHESIS ?? join(homedir(), '.cache/clew/tools/schemathesis/bin/schemathesis');
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance'];
/** Streams do not end. */
const ENDLESS = 'text/event-stream';

interface Operation {
  operationId: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string; schema: object }[];
  responses: Record<string, { content?: object }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
}

async function document(): Promise<Document> {
  return (await (await fetch(`${stage().shop}/api/openapi.json`)).json()) as Document;
}

/** The operations this way of proving oneself opens, with values for parameters under which there is something. */
function narrowed(document: Document, scheme: string, known: Record<string, string[]>): Document {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const opens = operation.security.some((way) => scheme in way);
      const ends = !JSON.stringify(operation.responses).includes(ENDLESS);
      if (!opens || !ends) delete operations[method];
      for (const parameter of operation.parameters ?? []) {
        const values = parameter.in === 'path' ? known[parameter.name] : undefined;
        if (values) parameter.schema = { ...parameter.schema, enum: values };
      }
    }
    if (Object.keys(operations).length === 0) delete document.paths[path];
  }
  return document;
}

/** Runs it: what it printed, and whether all was well. */
async function attack(document: Document, token: string, examples: number): Promise<{ passed: boolean; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'clew-schemathesis-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const wish = ['--checks', CHECKS.join(','), '--max-examples', String(examples), '--generation-deterministic'];
  const calm = ['--phases', 'examples,coverage,fuzzing', '--no-shrink', '--suppress-health-check', 'all', '--warnings', 'off'];
  // One worker: two trip over each other in Python's own parser ("AST constructor recursion depth mismatch", 3.11).
  const bounds = ['--workers', '1', '--request-timeout', '30', '--no-color'];
  const args = ['run', file, '--url', stage().shop, '--header', `Authorization: Bearer ${token}`, ...wish, ...calm, ...bounds];
  const settings = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  const ended = new Promise<{ passed: boolean; said: string }>((resolve) => {
    execFile(PROGRAM, args, settings, (error, stdout, stderr) => {
      const why = error && stdout === '' ? `${PROGRAM} did not run (./clew test installs it): ${error.message}` : '';
      resolve({ passed: error === null, said: `${why}${stdout}\n${stderr}` });
    });
  });
  const { passed, said } = await ended;
  rmSync(folder, { recursive: true });
  return { passed, said };
}

test('no request a key may send is answered with anything the document does not say', async ({ storefront, sandbox }) => {
  const paid = await storefront.place();
  await sandbox.pay(paid);
  await sandbox.mails(paid, 1);
  const open = await storefront.place();
  await storefront.put('POSTER', { name: 'Poster A2', onHand: 100 });
  const known = { number: [paid.number, open.number], sku: ['POSTER'] };
  const { passed, said } = await attack(narrowed(await document(), 'apiKey', known), stage().operatorKey, 3);
  expect(passed, said.slice(-8_000)).toBe(true);
});

test('nor is one that the link in a customer’s mail opens', async ({ storefront, sandbox }) => {
  const placed = await storefront.place();
  await sandbox.pay(placed);
  const mail = await sandbox.mail(placed, 1);
  const token = /\/t\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
  const { passed, said } = await attack(narrowed(await document(), 'orderLink', { number: [placed.number] }), token, 3);
  expect(passed, said.slice(-8_000)).toBe(true);
});
