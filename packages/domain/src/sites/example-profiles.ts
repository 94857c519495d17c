import fc from 'fast-check';
import { addDays } from '../calendar/index.ts';
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import { GROUNDS, ACTS, type RegulationProfile } from '../regulations/index.ts';

const mayBe = <T>(thing: fc.Arbitrary<T>) => fc.option(thing);
const body = fc.constantFrom('Комитет', 'Департамент', 'Экспертный совет', 'Институт');
export const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2021-01-01', days));
const month = day.map((one) => one.slice(0, 7));

const term = fc.oneof(
	fc.record({
		kind: fc.constant('max_duration' as const),
		text: fc.constant(''),
		max_months: fc.integer({ min: 1, max: 60 })
	}),
	fc.record({
		kind: fc.constantFrom('bound_to_programme' as const, 'not_specified' as const),
		text: fc.constant('')
	}),
	fc
		.tuple(mayBe(fc.oneof(day, month)), fc.oneof(day, month))
		.map(([starts, ends]) => ({ kind: 'bound_to_project' as const, text: '', starts, ends }))
);

const ground = fc.record({
	code: fc.constantFrom(...GROUNDS),
	text: fc.constant('основание'),
	exceptional: mayBe(fc.boolean())
});

/** Profiles that differ in everything that the life of a status depends on, also in ways that no source knows. */
export const profiles: fc.Arbitrary<RegulationProfile> = fc
	.record({
		application: fc.boolean(),
		silent: fc.boolean(),
		granted_by: mayBe(body),
		act: mayBe(fc.constantFrom(...ACTS)),
		on_submission_of: mayBe(body),
		decided_by_body: mayBe(body),
		expertise: mayBe(fc.boolean()),
		window: fc.constantFrom('set_by_act' as const, 'rolling' as const, 'none' as const),
		term,
		theme: mayBe(fc.constantFrom('Тема')),
		theme_fixed: fc.boolean(),
		decided_by: mayBe(body),
		ends_on_submission_of: mayBe(body),
		effective_from: mayBe(fc.constant('день издания')),
		grounds: fc.array(ground, { maxLength: 4 }),
		network: fc.boolean()
	})
	.map((drawn) => ({
		...(primorye as unknown as RegulationProfile),
		theme: drawn.theme,
		theme_fixed: drawn.theme_fixed,
		application: {
			exists: drawn.application,
			fields:
				drawn.application && !drawn.silent
					? [{ n: 1, key: 'name', label: 'Имя', type: 'text', required: true }]
					: []
		},
		status: {
			granted_by: drawn.granted_by,
			act: drawn.act,
			on_submission_of: drawn.on_submission_of,
			decided_by_body: drawn.decided_by_body,
			expertise: { required: drawn.expertise },
			term: drawn.term,
			application_window: { kind: drawn.window }
		},
		termination: {
			decided_by: drawn.decided_by,
			on_submission_of: drawn.ends_on_submission_of,
			effective_from: drawn.effective_from,
			grounds: drawn.grounds
		},
		network_form: { allowed: drawn.network }
	}));
