import fc from 'fast-check';
import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import { withChanges } from '../imports/example-changes.ts';
import { unstorablePlaces } from '../imports/index.ts';
import * as words from './profile.ts';
import { readRegulation } from './read-regulation.ts';

const line = fc
	.string({ unit: fc.constantFrom(...'абвгдеёжз АБВ«»–,.1234'), minLength: 1, maxLength: 40 })
	.map((text) => `С${text}`);
const mayBe = fc.option(line);
const lines = fc.array(line, { maxLength: 4 });
const flag = fc.boolean();
const keyed = <T>(thing: fc.Arbitrary<T>, minLength = 0) =>
	fc
		.array(thing, { minLength, maxLength: 4 })
		.map((things) => things.map((one, index) => ({ n: index + 1, key: `k${index}`, ...one })));

const column = fc.record({ label: line, type: fc.constantFrom(...words.COLUMN_TYPES) });
const field = fc.record({
	label: line,
	type: fc.constantFrom(...words.FIELD_TYPES),
	required: flag
});
const section = fc.record({ title: line, children: keyed(fc.record({ title: line })) });
const role = fc.record({ title: line, who: line, duties: keyed(fc.record({ text: line })) });
const named = fc.array(fc.oneof(line, fc.record({ key: line, title: line })), { maxLength: 3 });

const month = fc
	.record({ year: fc.integer({ min: 2021, max: 2040 }), month: fc.integer({ min: 1, max: 12 }) })
	.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);
const term = fc.oneof(
	fc.record({
		kind: fc.constant('max_duration'),
		text: line,
		max_months: fc.integer({ min: 1, max: 120 })
	}),
	fc.record({ kind: fc.constant('bound_to_project'), text: line, ends: month }),
	fc.record({ kind: fc.constantFrom('bound_to_programme', 'not_specified'), text: line })
);
const deadline = fc.option(
	fc.record({
		kind: fc.constant('not_later_than'),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 1, max: 28 })
	})
);

const form = flag.chain((exists) =>
	fc.record({ exists: fc.constant(exists), fields: exists ? keyed(field) : fc.constant([]) })
);
const delivery = fc
	.uniqueArray(line, { minLength: 1, maxLength: 3 })
	.chain((allowed) =>
		fc.record({ allowed: fc.constant(allowed), forced: fc.option(fc.constantFrom(...allowed)) })
	);

/** Every profile that the schema lets in: the engine has met five, and must take the sixth. */
const profile = fc.record({
	schema: fc.constant('regulation.v1'),
	key: fc.string({ unit: fc.constantFrom(...'abcz_'), minLength: 1, maxLength: 20 }),
	title: line,
	short_title: line,
	source: fc.record({ complete: flag }),
	level: fc.constantFrom(...words.LEVELS),
	territory: line,
	site_status_name: line,
	host: fc.record({ scope: fc.constantFrom(...words.HOST_SCOPES), kinds: lines, eligibility: lines }),
	audience: lines,
	operator: fc.record({ title: line }),
	status: fc.record({
		granted_by: mayBe,
		act: fc.option(fc.constantFrom(...words.ACTS)),
		on_submission_of: mayBe,
		decided_by_body: mayBe,
		expertise: fc.record({ required: flag }),
		term,
		application_window: fc.record({ kind: fc.constantFrom(...words.WINDOW_KINDS) })
	}),
	application: form,
	programme_structure: flag.chain((exists) =>
		fc.record({ exists: fc.constant(exists), sections: exists ? keyed(section) : fc.constant([]) })
	),
	plan: fc.record({
		exists: flag,
		name: line,
		period: fc.constantFrom(...words.PLAN_PERIODS),
		columns: keyed(column, 1)
	}),
	report: fc
		.record({ form, deadline })
		.map(({ form, deadline }) => ({ ...form, deadline: form.exists ? deadline : null })),
	termination: fc.record({
		decided_by: mayBe,
		grounds: fc.array(fc.record({ code: fc.constantFrom(...words.GROUNDS), text: line }), { maxLength: 3 })
	}),
	roles: keyed(role, 1),
	bodies: keyed(fc.record({ title: line, function: line })),
	network_form: fc.record({ allowed: flag }),
	delivery_mode: delivery,
	event_formats: lines,
	working_groups: fc.record({ allowed: fc.option(flag) }),
	monitoring: named,
	products: lines,
	financing: fc.record({ guaranteed: fc.option(flag), sources: lines }),
	documents: named,
	defects: lines
});

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
