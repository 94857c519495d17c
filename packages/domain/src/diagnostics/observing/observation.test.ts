import { expect, test } from 'vitest';
import { checkObservation } from './observation.ts';

const example = 'На уроке 12 марта отвечали все';
const seen = { D1: { level: 'partial', example }, D2: { level: null, example: '' } };

function faultsOf(given: Record<string, { level: unknown; example: string }>) {
	const checked = checkObservation(['D1', 'D2'], given);
	return checked.ok ? [] : checked.refusal.details.faults.map(({ path, code }) => `${path} ${code}`);
}

test('an observation answers each deficit, with an example where it names one', () => {
	expect(checkObservation(['D1', 'D2'], seen)).toEqual({ ok: true, value: seen });
	expect(faultsOf({ ...seen, D1: { level: 'none', example: '' } })).toEqual([]);
});

test.each<[string, Record<string, { level: unknown; example: string }>, string[]]>([
	['a deficit without a word', { D1: seen.D1 }, ['D2 required']],
	[
		'a deficit named without an example',
		{ ...seen, D1: { level: 'expressed', example: ' ' } },
		['D1 too_short']
	],
	['a level that does not exist', { ...seen, D2: { level: 'heavy', example: '' } }, ['D2 not_an_option']],
	['a deficit of another programme', { ...seen, G1: seen.D1 }, ['G1 unknown_field']],
	['nothing seen at all', { ...seen, D1: { level: null, example: '' } }, ['D1 required']],
	['a novel', { ...seen, D1: { level: 'none', example: 'х'.repeat(1001) } }, ['D1 too_long']]
])('an observation with %s is not kept', (_, given, faults) => {
	expect(faultsOf(given)).toEqual(faults);
});
