// The words of messages: a Spanish mail is written anew, looked at, tried out, saved and rolled back; and what is wrong is said while one types.
import { inspect } from './support/axe';
import { expect, stage, test } from './support/test';
import { like, say } from './support/words';

// Other tests read the shop's words.
test.use({ ownShop: true });

// One shop's templates: what one test saves, another would see.
test.describe.configure({ mode: 'serial' });

const MAIL = '/admin/templates/delivered/email?lang=es';
const SMS = '/admin/templates/shipped/sms?lang=en';

test('staff edit a Spanish template, preview it, send a test and roll back', async ({ office, sandbox }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/templates');
  await expect(page.getByRole('link', { name: say('en', 'messages-templates'), exact: true })).toHaveAttribute('aria-current', 'page');
  await page.locator(`a[href="${MAIL}"]`).click();
  await expect(page.locator('.letter-tabs [aria-current=page]')).toContainText('Español');
  await expect(page.locator('.letter-tabs')).not.toContainText(say('en', 'editor-state-missing'));
  const built = await page.locator('#body').inputValue();

  // Nothing is pressed: the preview follows what is typed.
  await page.locator('#subject').fill('¡Ya está en tu casa, pedido {{ number }}!');
  await page.locator('#body').fill('# Ya ha llegado\n\nEsperamos que te guste.');
  const mail = page.frameLocator('#preview iframe');
  await expect(mail.locator('body')).toContainText('Esperamos que te guste.');
  await expect(page.locator('.seen-subject').first()).toContainText('¡Ya está en tu casa, pedido ');
  await expect(page.locator('.seen-subject').first()).not.toContainText('{{');

  await page.getByLabel(say('en', 'editor-against-worst')).check();
  await expect(mail.locator('body')).toContainText('Esperamos que te guste.');

  const to = 'prueba@ariadna.example';
  await page.getByLabel(say('en', 'editor-test-to'), { exact: true }).fill(to);
  await page.getByRole('button', { name: say('en', 'editor-test-go') }).click();
  await expect(page.getByRole('status').filter({ hasText: to })).toBeVisible();
  const [sent] = await sandbox.mails({ email: to }, 1);
  expect(sent?.subject).toContain('¡Ya está en tu casa, pedido ');
  expect(sent?.text).toContain('Esperamos que te guste.');
  await expect(page.getByText(say('en', 'editor-unsaved'))).toBeVisible();

  await page.getByRole('button', { name: say('en', 'editor-save'), exact: true }).click();
  await expect(page.getByText(like('en', 'editor-saved'))).toBeVisible();
  // The other three have none of the shop's words yet.
  await expect(page.locator('.letter-tabs .state-missing')).toHaveCount(3);
  await page.locator('#body').fill('Otra cosa.');
  await page.getByRole('button', { name: say('en', 'editor-save'), exact: true }).click();
  await expect(page.locator('.letter-title')).toContainText(say('en', 'editor-version', { name: '2' }));

  await page.getByRole('link', { name: say('en', 'editor-look', { name: '1' }) }).click();
  await expect(page.locator('#body')).toHaveValue(/Esperamos que te guste\./);
  await expect(page.locator('#body')).not.toBeEditable();
  await page.getByRole('button', { name: say('en', 'editor-roll-back', { name: '1' }) }).first().click();
  await expect(page.locator('.letter-title')).toContainText(say('en', 'editor-version', { name: '3' }));
  await expect(page.locator('#body')).toHaveValue(/Esperamos que te guste\./);
  await expect(page.locator('#body')).toBeEditable();

  await page.getByRole('button', { name: say('en', 'editor-built-in-go') }).click();
  await expect(page.getByText(say('en', 'editor-built-in-done'))).toBeVisible();
  await expect(page.locator('#body')).toHaveValue(built);
});

test('what is wrong is said at its line while one types, and a press leads there', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto(MAIL);
  const body = page.locator('#body');
  await body.fill('Hola\n\nTu pedido {{ nmber }} ha llegado.');
  const finding = page.locator('#body-why li').first();
  await expect(finding).toContainText('nmber');
  await expect(finding).toContainText(say('en', 'editor-line', { name: '3' }));
  await expect(body).toHaveAttribute('aria-invalid', 'true');
  await finding.getByRole('link').click();
  await expect(body).toBeFocused();
  expect(await body.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart))).toMatch(/^\{\{ nmber/);
  await body.fill('Tu pedido ha llegado.');
  await expect(page.locator('#body-why .is-error')).toHaveCount(0);
  await expect(body).not.toHaveAttribute('aria-invalid', 'true');
});

test('a name is put in where the caret is, and a text message is counted', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto(SMS);
  await page.locator('#body').fill('Order  has left. {{ link }}');
  await page.locator('#body').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 6));
  await page.locator('#variables > summary').click();
  await page.getByRole('button', { name: say('en', 'editor-insert', { name: 'number' }), exact: true }).click();
  await expect(page.locator('#body')).toHaveValue('Order {{ number }} has left. {{ link }}');
  const length = page.locator('#preview').getByText(say('en', 'editor-sms'));
  await expect(length).toBeVisible();
  await expect(page.locator('#preview')).toContainText('one text message');
  await page.locator('#body').fill(`${'long '.repeat(40)}{{ link }}`);
  await expect(page.locator('#preview')).toContainText(/as [2-9] text messages/);
});

test('whoever is slower sees what the other saved, and keeps what they wrote', async ({ office }) => {
  const [ana, ion] = [await office(stage().ana), await office(stage().ana)];
  const push = '/admin/templates/delivered/push?lang=ro';
  await ana.page.goto(push);
  await ion.page.goto(push);
  const save = say('en', 'editor-save');
  await ana.page.locator('#body').fill('Din partea Anei.');
  await ana.button(save).click();
  await expect(ana.page.getByText(like('en', 'editor-saved'))).toBeVisible();
  await ion.page.locator('#body').fill('Din partea lui Ion.');
  await ion.button(save).click();
  await expect(ion.page.getByRole('alert')).toContainText(like('en', 'editor-conflict'));
  await expect(ion.page.locator('.theirs')).toContainText('Din partea Anei.');
  await expect(ion.page.locator('#body')).toHaveValue('Din partea lui Ion.');
  await ion.button(say('en', 'editor-save-mine')).click();
  await expect(ion.page.getByText(like('en', 'editor-saved'))).toBeVisible();
});

test('the templates editor works without JavaScript', async ({ newWindow }) => {
  const page = await newWindow({ javaScriptEnabled: false, storageState: stage().ana.state });
  await page.goto('/admin/templates/delayed/email?lang=en');
  await page.locator('#body').fill('It comes later. {{ nothing }}');
  await page.getByRole('button', { name: say('en', 'editor-save'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'editor-flawed'));
  await expect(page.locator('#body-why li').first()).toContainText('nothing');
  await expect(page.locator('#body')).toHaveValue('It comes later. {{ nothing }}');
  await page.locator('#body').fill('It comes later than we said.');
  await page.getByRole('button', { name: say('en', 'editor-preview-go') }).click();
  await expect(page.frameLocator('#preview iframe').locator('body')).toContainText('It comes later than we said.');
});

for (const [name, path] of [
  ['templates', '/admin/templates'],
  ['template-mail', '/admin/templates/shipped/email?lang=ru'],
  ['template-sms', '/admin/templates/shipped/sms?lang=ro'],
  ['template-push', '/admin/templates/delivered/push?lang=ro'],
] as const) {
  test(`the page ${name} is accessible`, async ({ office }) => {
    const { page } = await office(stage().ana);
    await page.goto(path);
    for (const fold of await page.locator('details > summary').all()) await fold.click();
    await inspect(page, `staff-${name}`);
  });
}

test('a template with things to correct is accessible', async ({ office }) => {
  const { page } = await office(stage().ana);
  await page.goto('/admin/templates/shipped/email?lang=es');
  await page.locator('#subject').fill('');
  await page.locator('#body').fill('{{ nothing }} {% for x in y %}');
  await page.getByRole('button', { name: say('en', 'editor-save'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(say('en', 'editor-flawed'));
  await inspect(page, 'staff-template-flawed');
});
