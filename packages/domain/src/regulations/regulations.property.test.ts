import fc from 'fast-check';
import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import { withChanges } from '../imports/example-changes.ts';
import { unstorablePlaces } from '../imports/index.ts';
import { profile } from './example-profiles.ts';
import { readRegulation } from './read-regulation.ts';

/** Parts that the schema does not demand. */
const OPEN = [
	...['theme', 'theme_fixed', 'site_abbr', 'audience_context', 'traineeship_activities'],
	...['functions', 'tasks_count', 'privileges', 'publication']
];

/** One violation at a place that every valid profile has. */
const planted: [string, unknown][] = [
	...Object.keys(kuzbass)
		.filter((name) => !OPEN.includes(name))
		.map((name): [string, unknown] => [name, undefined]),
	['schema', 'regulation.v2'],
	['key', 'Ключ'],
	['key', 'a-b'],
	['level', 'local'],
	['host.scope', 'anybody'],
	['host.kinds', undefined],
	['status.granted_by', undefined],
	['status.act', 'указ'],
	['status.act', undefined],
	['status.expertise', undefined],
	['status.term.kind', 'eternal'],
	['status.term.text', undefined],
	['status.application_window.kind', 'sometimes'],
	['application.exists', 'да'],
	['application.fields', {}],
	['programme_structure.sections', null],
	['plan.period', 'week'],
	['plan.columns', []],
	['plan.columns.k0.type', 'money'],
	['plan.columns.k0.label', undefined],
	['report.deadline', { kind: 'not_later_than', month: 6 }],
	['report.deadline', undefined],
	['termination.grounds', [{ code: 'weather', text: 'дождь' }]],
	['termination.decided_by', undefined],
	['roles', []],
	['roles.k0.duties', undefined],
	['roles.k0.title', 7],
	['bodies', [{ key: 'a', title: 'б' }]],
	['network_form.allowed', undefined],
	['delivery_mode.forced', undefined],
	['event_formats', ['семинар', 1]],
	['defects', 'нет']
];

test('R1: any profile that follows the schema is read, as it came', () => {
	fc.assert(
		fc.property(profile, (json) => {
			const answer = readRegulation(json);
			expect(answer.ok ? answer.value.profile : answer.refusal.details.findings).toEqual(json);
		}),
		{ numRuns: 300 }
	);
});

test('any single violation in a valid profile is found at its place', () => {
	fc.assert(
		fc.property(profile, fc.constantFrom(...planted), (json, [place, value]) => {
			const answer = readRegulation(withChanges(json, { [place]: value }));
			const found = answer.ok ? [] : answer.refusal.details.findings;

			const errors = found.filter(({ severity }) => severity === 'error');
			expect(errors.length).toBeGreaterThan(0);
			expect(errors.filter((finding) => !finding.place.startsWith(place))).toEqual([]);
		}),
		{ numRuns: 600 }
	);
});

test('whatever is sent, it is judged and never throws', () => {
	const change = fc.record({
		json: fc.constantFrom<unknown>(kuzbass, primorye),
		name: fc.constantFrom(...Object.keys(kuzbass)),
		value: fc.anything()
	});
	fc.assert(
		fc.property(change, ({ json, name, value }) => {
			const answer = readRegulation({ ...(json as object), [name]: value });
			if (!answer.ok) expect(answer.refusal.details.findings.length).toBeGreaterThan(0);
		})
	);
	fc.assert(
		fc.property(fc.anything(), (json) => {
			expect(readRegulation(json).ok).toBe(false);
		})
	);
});

test('a nesting without end is one finding, not an overflow', () => {
	const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
	expect(unstorablePlaces({ deep })).toHaveLength(1);
	expect(readRegulation({ deep }).ok).toBe(false);
});
