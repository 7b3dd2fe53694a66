// The team: invited by mail, given a role, closed out at once; a forgotten password, which a mail mends; and a code after the password.
import { createHmac, randomUUID } from 'node:crypto';
import { type Page } from '@playwright/test';
import { inspect } from './support/axe';
import { Office } from './support/office';
import type { Sandbox } from './support/sandbox';
import { expect, stage, test } from './support/test';
import { type Language, say } from './support/words';

const somebody = (first: string) => `${first}.${randomUUID().slice(0, 8)}@ariadna.example`;

/** Invites somebody; the answer is the link as it is shown, once. */
async function invite(page: Page, name: string, email: string, role: string, language: Language): Promise<string> {
  await page.goto('/admin/team');
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(email);
  await page.locator(`input[name=role][value=${role}]`).check();
  await page.locator('#language').selectOption(language);
  await page.getByRole('button', { name: say('en', 'team-invite-go'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(say('en', 'team-did-invite'));
  return page.locator('#link').inputValue();
}

/** The link to choose a password that was mailed to this address, other than one that is known already. */
async function mailed(sandbox: Sandbox, email: string, known = ''): Promise<string> {
  const found = async () => {
    const words = (await sandbox.mails({ email }, 1)).flatMap((mail) => mail.text.split(/\s+/));
    return words.find((word) => word.startsWith(`${stage().shop}/admin/password/`) && word !== known) ?? '';
  };
  await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
  return found();
}

async function choose(page: Page, link: string, password: string, language: Language): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'account-link'));
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: say(language, 'account-link-go'), exact: true }).click();
  await expect(page).toHaveURL('/admin');
}

/** What an authenticator app shows so many steps from now (RFC 6238). */
function code(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('a colleague is invited by mail, works without JavaScript, gets another role, and is out at once when the account is closed', async ({
  office,
  newWindow,
  sandbox,
}) => {
  const { page } = await office(stage().ana);
  const bogdan = await newWindow({ javaScriptEnabled: false });
  const email = somebody('bogdan');
  const password = 'un fir lung de lână';
  const shown = await invite(page, 'Bogdan Ionescu', email, 'operator', 'ro');
  const link = await mailed(sandbox, email);
  expect(link).toBe(shown);
  const [mail] = await sandbox.mails({ email }, 1);
  expect(mail?.html).toContain('lang="ro"');
  await choose(bogdan, link, password, 'ro');
  await expect(bogdan.locator('.person')).toContainText('Bogdan Ionescu');
  await expect(bogdan.locator('.person')).toContainText(say('ro', 'role-operator'));
  expect((await bogdan.goto('/admin/team'))?.status()).toBe(403);
  expect((await bogdan.goto(link))?.status()).toBe(410);

  await page.goto('/admin/team');
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click();
  await expect(page.locator('#link')).toHaveCount(0);
  await page.locator('input[name=role][value=viewer]').check();
  await page.getByRole('button', { name: say('en', 'team-save'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(say('en', 'team-did-change'));
  await bogdan.goto('/admin/account');
  await expect(bogdan.locator('.person')).toContainText(say('ro', 'role-viewer'));

  await page.getByLabel(say('en', 'team-close-sure')).check();
  await page.getByRole('button', { name: say('en', 'team-close-go'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(say('en', 'team-did-close'));
  await bogdan.goto('/admin/orders');
  await expect(bogdan).toHaveURL(/\/admin\/sign-in/);
  await new Office(bogdan).signIn({ name: '', email, password, state: '' });
  await expect(bogdan.getByRole('alert')).toHaveText(say('en', 'refused-wrong-password'));
});

test('a forgotten password is mended by mail, and nobody learns who has an account', async ({ office, newWindow, sandbox }) => {
  const { page } = await office(stage().ana);
  const email = somebody('sorina');
  const [before, after] = ['an old and long password', 'a new and long password'];
  const invitation = await invite(page, 'Sorina Rusu', email, 'viewer', 'en');
  const desk = await newWindow();
  await choose(desk, invitation, before, 'en');

  const phone = await newWindow();
  const ask = async (address: string) => {
    await phone.goto('/admin/sign-in');
    await phone.getByRole('link', { name: say('en', 'account-forgot-ask'), exact: true }).click();
    await phone.getByLabel('Email').fill(address);
    await phone.getByRole('button', { name: say('en', 'account-forgot-go'), exact: true }).click();
    await expect(phone.getByRole('status')).toHaveText(say('en', 'account-forgot-sent'));
    return phone.locator('body').innerText();
  };
  const said = await ask(somebody('nobody'));
  expect(await ask(email)).toBe(said);
  await choose(phone, await mailed(sandbox, email, invitation), after, 'en');

  // Whoever was signed in with the old one is out.
  await desk.goto('/admin/account');
  await expect(desk).toHaveURL(/\/admin\/sign-in/);
  const sorina = new Office(desk);
  await sorina.signIn({ name: '', email, password: before, state: '' });
  await expect(desk.getByRole('alert')).toHaveText(say('en', 'refused-wrong-password'));
  await sorina.signIn({ name: '', email, password: after, state: '' });
  await expect(desk).toHaveURL('/admin/account');
  await expect(desk.locator('tbody tr')).toHaveCount(2);
  await sorina.button(say('en', 'account-end-others')).click();
  await expect(desk.getByRole('status')).toContainText(say('en', 'account-did-others'));
  await expect(desk.locator('tbody tr')).toHaveCount(1);
  await phone.goto('/admin/account');
  await expect(phone).toHaveURL(/\/admin\/sign-in/);
});

test('a code is asked for after the password, from a telephone or from paper, without JavaScript', async ({ office, newWindow }) => {
  test.setTimeout(300_000);
  const { page } = await office(stage().ana);
  const email = somebody('doina');
  const password = 'the second of two steps';
  const link = await invite(page, 'Doina Munteanu', email, 'viewer', 'en');
  const desk = await newWindow();
  await choose(desk, link, password, 'en');
  const doina = new Office(desk);
  await desk.goto('/admin/account');
  await desk.getByLabel(say('en', 'account-factor-password')).fill(password);
  await doina.button(say('en', 'account-factor-begin')).click();
  await expect(desk).toHaveURL('/admin/account/second-factor');
  const secret = (await desk.locator('#secret').innerText()).replaceAll(/\s/g, '');
  await desk.locator('#code').fill('12345');
  await doina.button(say('en', 'account-factor-confirm')).click();
  await expect(desk.locator('#code')).toHaveAttribute('aria-invalid', 'true');
  await inspect(desk, 'staff-second-factor');
  await desk.locator('#code').fill(code(secret));
  await doina.button(say('en', 'account-factor-confirm')).click();
  await expect(desk.getByRole('status')).toContainText(say('en', 'account-codes-on'));
  const papers = await desk.locator('.factor-codes li').allInnerTexts();
  expect(papers).toHaveLength(10);
  await inspect(desk, 'staff-recovery-codes');
  await desk.getByRole('link', { name: say('en', 'account-codes-done'), exact: true }).click();
  await expect(desk).toHaveURL('/admin/account');
  await inspect(desk, 'staff-account-second-factor');
  await doina.button(say('en', 'admin-sign-out')).click();
  await expect(desk).toHaveURL('/admin/sign-in');

  const phone = await newWindow({ javaScriptEnabled: false });
  for (const window of [desk, phone]) {
    await window.goto('/admin/sign-in?next=/admin/account');
    await new Office(window).signIn({ name: '', email, password, state: '' });
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(say('en', 'account-code'));
  }
  // The step whose code turned it on is used up.
  await desk.locator('#code').fill(code(secret, 1));
  await doina.button(say('en', 'account-code-go')).click();
  await expect(desk).toHaveURL('/admin/account');
  await phone.locator('summary').click();
  await phone.locator('#paper').fill(papers[0]?.toLowerCase() ?? '');
  await new Office(phone).button(say('en', 'account-code-paper-go')).click();
  await expect(phone).toHaveURL('/admin/account');
  await phone.goto('/admin/account');
  await expect(phone.locator('#factor + dl')).toContainText('9');

  const door = await newWindow();
  await door.goto('/admin/sign-in');
  await new Office(door).signIn({ name: '', email, password, state: '' });
  await door.locator('summary').click();
  await inspect(door, 'staff-sign-in-code');

  // Telephone and paper are lost: an administrator helps.
  await page.goto('/admin/team');
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText(say('en', 'team-factor-mark'));
  await row.getByRole('link').click();
  await page.getByLabel(say('en', 'team-reset-password')).fill(stage().ana.password);
  await page.getByRole('button', { name: say('en', 'team-reset-go'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(say('en', 'team-did-reset'));
  await desk.goto('/admin/account');
  await expect(desk).toHaveURL(/\/admin\/sign-in/);
  await doina.signIn({ name: '', email, password, state: '' });
  await expect(desk).toHaveURL('/admin/account');
});

test('the pages about accounts are accessible', async ({ office, newWindow }) => {
  test.setTimeout(420_000);
  const { page } = await office(stage().ana);
  await page.goto('/admin/team');
  await inspect(page, 'staff-team');
  await page.locator('#name').fill('Ana Ruiz');
  await page.locator('#email').fill(stage().ana.email);
  await page.getByRole('button', { name: say('en', 'team-invite-go'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'team-flawed'));
  await expect(page.locator('#email')).toHaveAttribute('aria-invalid', 'true');
  await inspect(page, 'staff-team-flawed');
  const link = await invite(page, 'Maximiliana Konstantinopolskaya-Rodríguez', somebody('maximiliana'), 'operator', 'en');
  await inspect(page, 'staff-colleague-invited');

  const door = await newWindow();
  await door.goto(link);
  await inspect(door, 'staff-password');
  await door.locator('#password').fill('aaaaaaaaaaaaaaaa');
  await door.getByRole('button', { name: say('en', 'account-link-go'), exact: true }).click();
  await expect(door.getByRole('alert')).toHaveText(say('en', 'refused-weak-password'));
  await choose(door, link, 'a sentence that is long', 'en');
  await door.goto('/admin/account');
  await inspect(door, 'staff-account');
  expect((await door.goto(link))?.status()).toBe(410);
  await inspect(door, 'staff-password-spent');
  await door.goto('/admin/forgot');
  await inspect(door, 'staff-forgot');

  await page.goto('/admin/team');
  await page.getByRole('link', { name: 'Maximiliana Konstantinopolskaya-Rodríguez' }).first().click();
  await inspect(page, 'staff-colleague');
});
