import { expect, test } from 'vitest';
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import type { JsonRecord, Path } from './field.ts';
import { sumsAt } from './sums.ts';

const document: JsonRecord = JSON.parse(JSON.stringify(formative));
const told = (path: Path) =>
	sumsAt(document, path).map(({ what, found, wanted }) => `${what} ${found}/${wanted}`);

test('R50, R122, R125: figures stand beside what is written', () => {
	expect(told(['modules'])).toEqual(['hours 16/16']);
	expect(told(['modules', 1])).toEqual(['module_minutes 360/360', 'activity_minutes 360/360']);
	expect(told(['deficits', 0])).toEqual(['items 2/null', 'primary_tasks 2/null']);
	expect(told(['route_rules'])).toEqual(['developing 5/5']);
	expect(told(['rubric'])).toEqual(['points 15/15']);
	expect(told(['modules', 1, 'activities', 0])).toEqual([]);
});

test('of a programme with nothing in it the figures are zero', () => {
	expect(sumsAt({}, ['modules'])).toEqual([{ what: 'hours', found: 0, wanted: null }]);
	expect(sumsAt({}, ['rubric'])).toEqual([{ what: 'points', found: 0, wanted: null }]);
});
