// What GitHub answers less than relcomms needs: each is found and named, with what is lost and the fix.
import { foundBy, wantedOf } from './hold-way.ts';
import { ANSWERS } from './ways-of-answers.ts';

test.each(ANSWERS)('$name', async (way) => {
  expect(await foundBy(way)).toContainEqual(wantedOf(way));
});
