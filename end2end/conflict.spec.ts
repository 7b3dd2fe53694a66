// Two people, one order: nobody overwrites anybody, nobody loses what they typed.
import { expect, stage, test } from './support/test';
import { like } from './support/words';

test('whoever is slower is told who changed what, and keeps what they typed', async ({ life, office }) => {
  const order = await life.order('paid');
  const ana = await office(stage().ana);
  const ion = await office(stage().ion);
  // Ion's window hears of nothing: a bad connection, or the second before the news.
  await ion.page.route('**/admin/live', (route) => route.abort());
  await ion.openOrder(order.number);
  await ion.untilRunning();
  await ion.note.fill('Half written');

  await ana.openOrder(order.number);
  await ana.untilLive();
  await ana.button('Start production').click();
  await ana.button('Mark shipped').click();
  await expect(ana.status).toHaveText('Shipped');
  await expect(ion.status).toHaveText('Confirmed');

  await ion.button('Start production').click();
  const problem = ion.problem.filter({ hasText: /./ });
  await expect(problem).toHaveText(like('en', 'fault-conflict'));
  await expect(problem).toContainText('Ana Ruiz');
  await expect(problem).toContainText('Moved to a new stage');
  await expect(ion.status).toHaveText('Shipped');
  await expect(ion.note).toHaveValue('Half written');
});

test('two people pressing the same button is no conflict', async ({ life, desk, office }) => {
  const order = await life.order('paid');
  const ion = await office(stage().ion);
  await ion.page.route('**/admin/live', (route) => route.abort());
  await ion.openOrder(order.number);
  await ion.untilRunning();
  await desk.advance(order.number, 'in_production');
  await ion.button('Start production').click();
  await expect(ion.status).toHaveText('In production');
  await expect(ion.problem.filter({ hasText: /./ })).toHaveCount(0);
  const { events } = await desk.order(order.number);
  expect(events.filter((event) => event.kind === 'stage_entered')).toHaveLength(1);
});

test('what is being typed outlives a change by somebody else', async ({ life, desk, office }) => {
  const order = await life.order('processing');
  const ion = await office(stage().ion);
  await ion.openOrder(order.number);
  await ion.untilLive();
  const number = ion.page.getByLabel('Tracking number (optional)').first();
  await number.fill('1Z999');
  await ion.note.fill('Half written');
  await ion.note.focus();
  await desk.note(order.number, 'Call before delivery');
  await expect(ion.timeline.first()).toContainText('Call before delivery');
  await expect(ion.note).toHaveValue('Half written');
  await expect(ion.note).toBeFocused();
  await expect(number).toHaveValue('1Z999');
});
