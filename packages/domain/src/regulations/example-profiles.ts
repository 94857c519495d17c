import fc from 'fast-check';
import * as words from './profile.ts';

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
const ofField = {
	label: line,
	type: fc.constantFrom(...words.FIELD_TYPES),
	required: flag,
	options: lines,
	parts: lines,
	columns: keyed(column)
};
/** Keys and numbers of a form are one kind at every depth. */
const field = fc.record({ ...ofField, children: keyed(fc.record(ofField)) }).map((one) => ({
	...one,
	ownedBy: (n: number) =>
		one.children.map((child) => ({ ...child, n: `${n}.${child.n}`, key: `k${n}${child.key}` }))
}));
const fields = keyed(field).map((all) =>
	all.map(({ ownedBy, ...one }) => ({ ...one, children: ownedBy(one.n) }))
);

const leaf = {
	title: fc.oneof(line, fc.constantFrom('сроки реализации', 'оценка: критерии, процедура, инструменты')),
	fields: fc.array(fc.oneof(line, fc.constantFrom('title', 'hours')), { maxLength: 3 })
};
const section = fc.record({
	...leaf,
	hours: fc.option(fc.nat(100)),
	children: keyed(fc.record(leaf)),
	repeat: fc.constantFrom('k0', 'k1', 'nobody', null)
});
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
	fc.record({ exists: fc.constant(exists), fields: exists ? fields : fc.constant([]) })
);
const delivery = fc
	.uniqueArray(line, { minLength: 1, maxLength: 3 })
	.chain((allowed) =>
		fc.record({ allowed: fc.constant(allowed), forced: fc.option(fc.constantFrom(...allowed)) })
	);

/** Every profile that the schema lets in: the engine has met five, and must take the sixth. */
export const profile = fc.record({
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
		fc.record({
			exists: fc.constant(exists),
			normative: fc.constantFrom('требование', 'примерная', null),
			sections: exists ? keyed(section) : fc.constant([])
		})
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
