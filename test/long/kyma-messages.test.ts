// The Kyma cycle on every day, with an issue for each task: the same messages as on the chosen days, and idle days stay idle.
import { EXPECTED, orderOf, printTable, tableOf, withoutRules } from '../support/kyma-table.ts';
import { FIRST, LAST, daysOf, startKymaWalk } from '../support/kyma-walk.ts';

test('eight weeks, day by day', async () => {
  const kyma = await startKymaWalk(true);
  await kyma.walk(daysOf(FIRST, LAST));
  process.stdout.write(`\n${printTable(EXPECTED)}\n\n`);
  const wanted = EXPECTED.map(withoutRules).toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  expect(tableOf(kyma.heard)).toEqual(wanted);
  expect(kyma.world.github.violations).toEqual([]);
  expect(kyma.world.log.filter(({ result }) => result !== 'applied')).toEqual([]);
  await kyma.world.close();
}, 400_000);
