import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { blankAnswer, fieldsOf, validate } from '../../forms/index.ts';
import { formsOf } from '../cards/forms-of.ts';
import type { ProgrammeDocument } from '../document.ts';
import { changed } from '../example-changes.ts';
import { previewForm, type Previewed } from './preview-form.ts';
import { readable } from './readable.ts';

const PROGRAMMES: [string, unknown][] = [
	['adhd', adhd],
	['formative', formative]
];
const OWN = { final_work: 'final_work', peer_rubric: 'rubric', survey: 'survey', diagnostic: 'diagnostic' };

function previewedAs(key: string): Previewed {
	if (key.startsWith('task:')) return { of: 'task', key: key.slice(5) };
	return Object.hasOwn(OWN, key) ? { of: OWN[key as keyof typeof OWN] as 'survey' } : { of: 'card', key };
}

describe('the preview of a whole programme', () => {
	test.each(PROGRAMMES)('%s: every card is the one that publishing gives', (_, programme) => {
		for (const definition of formsOf(programme as ProgrammeDocument)) {
			expect(previewForm(programme, previewedAs(definition.key))).toEqual({ definition, lacks: [] });
		}
	});

	test.each(PROGRAMMES)('%s: is read as it is', (_, programme) => {
		expect(programme).toMatchObject(readable(programme));
	});

	test('an item stands alone, as in the diagnostic', () => {
		const whole = previewForm(adhd, { of: 'diagnostic' }).definition!;
		for (const { key } of adhd.diagnostic.items) {
			const { definition } = previewForm(adhd, { of: 'item', key });
			expect(fieldsOf(definition!)).toEqual(fieldsOf(whole).filter((field) => field.key === key));
		}
	});

	test('self-check and self-analysis are shown as the first task has them', () => {
		const { definition } = previewForm(adhd, { of: 'card', key: 'self_check' });
		expect(definition?.sections.map(({ key, fields }) => [key, fields.length])).toEqual([
			['self_check', adhd.tasks[0]!.self_check.length]
		]);
	});
});

const places = ({ lacks }: ReturnType<typeof previewForm>) =>
	lacks.map(({ place, code }) => `${place}: ${code}`);

describe('a card that is not ready says what it lacks', () => {
	test.each([
		['forms.correlation_card.rows', [], 'forms.correlation_card.matrix: card.no_rows'],
		['forms.correlation_card.cell', undefined, 'forms.correlation_card.matrix: card.no_levels'],
		['forms.correlation_card.columns', 'nowhere', 'forms.correlation_card.matrix: card.no_columns'],
		['forms.blank_plan.columns', [], 'forms.blank_plan.rows: card.no_columns'],
		['forms.competence_analysis_card.indicators', [], 'forms.competence_analysis_card: card.no_fields'],
		['forms.effectiveness_card.fields', undefined, 'forms.effectiveness_card: card.no_fields'],
		['forms.effectiveness_card', undefined, 'forms.effectiveness_card: reference.missing']
	])('%s', (place, value, lack) => {
		const key = place.split('.')[1]!;
		const preview = previewForm(changed(formative, { [place]: value }), { of: 'card', key });
		expect(preview.definition).toBeNull();
		expect(places(preview)).toContain(lack);
	});

	test('an indicator without words leaves a gap, two rows of one key cannot be told apart', () => {
		const card: Previewed = { of: 'card', key: 'correlation_card' };
		const blank = previewForm(changed(formative, { 'forms.correlation_card.rows.R1.title': ' ' }), card);
		expect([blank.definition !== null, ...places(blank)]).toEqual([
			true,
			'forms.correlation_card.matrix: shape.empty'
		]);
		const twice = previewForm(changed(formative, { 'forms.correlation_card.rows.R1.key': 'R2' }), card);
		expect([twice.definition, ...places(twice)]).toEqual([
			null,
			'forms.correlation_card.matrix: key.repeated'
		]);
	});

	test('nothing at all lacks everything', () => {
		const kinds: Previewed[] = [
			{ of: 'card', key: 'correlation_card' },
			{ of: 'task', key: 'T01' },
			{ of: 'item', key: 'D1-K' },
			{ of: 'diagnostic' },
			{ of: 'survey' },
			{ of: 'card', key: '__proto__' }
		];
		for (const nothing of [{}, null, [], 'x', { forms: [], tasks: {}, diagnostic: 3 }]) {
			expect(kinds.map((kind) => previewForm(nothing, kind).definition)).toEqual(kinds.map(() => null));
		}
	});
});

/** A value with some of its inner values replaced by anything. */
function spoilt(value: unknown, spoil: () => { yes: boolean; by: unknown }): unknown {
	const { yes, by } = spoil();
	if (yes) return by;
	if (Array.isArray(value)) return value.map((one) => spoilt(one, spoil));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoilt(one, spoil)]));
}

test('whatever a draft is, what is shown of it can be filled in', () => {
	const spoiling = fc.record({
		programme: fc.constantFrom(...PROGRAMMES.map(([, programme]) => programme)),
		seed: fc.infiniteStream(fc.record({ chance: fc.integer({ min: 0, max: 150 }), by: fc.anything() }))
	});
	fc.assert(
		fc.property(spoiling, ({ programme, seed }) => {
			const draft = spoilt(programme, () => {
				const { chance, by } = seed.next().value!;
				return { yes: chance === 0, by };
			});
			const kinds = formsOf(programme as ProgrammeDocument).map(({ key }) => previewedAs(key));
			for (const kind of kinds) {
				const { definition, lacks } = previewForm(draft, kind);
				if (!definition) expect(lacks.length).toBeGreaterThan(0);
				else expect(Array.isArray(validate(definition, blankAnswer(definition), 'final'))).toBe(true);
			}
		}),
		{ numRuns: 40 }
	);
});
