import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import {
	blankAnswer,
	fieldsOf,
	guardedTexts,
	validate,
	type Field,
	type FormDefinition
} from '../forms/index.ts';
import { formsOf } from './cards/forms-of.ts';
import type { ProgrammeDocument } from './document.ts';
import { changed } from './example-changes.ts';

const FIRST = adhd as ProgrammeDocument;
const SECOND = formative as ProgrammeDocument;

function form(document: ProgrammeDocument, key: string): FormDefinition {
	return formsOf(document).find((each) => each.key === key) ?? expect.fail(key);
}

function field(definition: FormDefinition, key: string): Field {
	return fieldsOf(definition).find((each) => each.key === key) ?? expect.fail(key);
}

/** «section: key kind» in order: what a card looks like at a glance. */
function outline(definition: FormDefinition): string[] {
	return definition.sections.map(
		(section) => `${section.key}: ${section.fields.map(({ key, kind }) => `${key} ${kind}`).join(', ')}`
	);
}

test.each([FIRST, SECOND])(
	'all cards of $key can be opened blank, have titles and unique fields',
	(document) => {
		for (const definition of formsOf(document)) {
			const keys = fieldsOf(definition).map((each) => each.key);
			expect(validate(definition, blankAnswer(definition), 'draft')).toEqual([]);
			expect(new Set(keys).size).toBe(keys.length);
			expect(
				definition.sections.filter((section) => section.title === undefined || section.fields.length === 0)
			).toEqual([]);
		}
	}
);

describe('R90: the diagnostic does not give its answers away', () => {
	const definition = form(FIRST, 'diagnostic');

	test('no correctness and no points', () => {
		const options = fieldsOf(definition).flatMap((each) => ('options' in each ? each.options : []));
		expect(options.filter((option) => Object.keys(option).join() !== 'value,label')).toEqual([]);
		expect(JSON.stringify(definition)).not.toMatch(/correct|score|points/);
	});

	test('items keep their order; options do not', () => {
		expect(fieldsOf(definition).map((each) => each.key)).toEqual(
			adhd.diagnostic.items.map((item) => item.key)
		);

		const places = fieldsOf(definition).flatMap((each) =>
			each.kind === 'gradedChoice' ? [each.options.findIndex((option) => option.value === 'a')] : []
		);
		expect(new Set(places).size).toBeGreaterThan(2);
		expect(formsOf(FIRST)).toEqual(formsOf(structuredClone(FIRST)));
	});

	test('an order is never offered solved, whatever the key', () => {
		for (let n = 0; n < 40; n += 1) {
			const document = changed(adhd, {
				'diagnostic.items.D7-K.elements': adhd.diagnostic.items
					.find((item) => item.key === 'D7-K')
					?.elements?.slice(0, 2),
				'diagnostic.items.D7-K.correct_order': ['a', 'b'],
				'diagnostic.items.D7-K.key': `D7-K${n}`
			});
			const ordering = field(form(document, 'diagnostic'), `D7-K${n}`);
			const offered = ordering.kind === 'ordering' ? ordering.options.map((option) => option.value) : [];
			expect(offered).toEqual(['b', 'a']);
		}
	});

	test('«всё перечисленное» stays last', () => {
		for (const key of ['D1-K', 'D3-K', 'D4-K', 'D6-K', 'D8-K']) {
			const document = changed(adhd, { [`diagnostic.items.${key}.options.a.text`]: 'Всё перечисленное' });
			const choice = field(form(document, 'diagnostic'), key);
			expect(choice.kind === 'singleChoice' && choice.options.at(-1)?.value).toBe('a');
		}
	});
});

describe('cards of module 1', () => {
	test('R84: the correlation card crosses problems with functions, or with deficits', () => {
		const card = form(FIRST, 'correlation_card');
		expect(outline(card)).toEqual(['matrix: matrix matrix', 'extra: own_case longText, evidence longText']);
		expect(field(card, 'matrix')).toMatchObject({
			required: true,
			rows: adhd.forms.correlation_card.rows.map(({ key, title }) => ({ value: key, label: title })),
			columns: adhd.child_functions.map(({ key, title }) => ({ value: key, label: title })),
			levels: adhd.forms.correlation_card.cell.options
		});
		expect(field(form(SECOND, 'correlation_card'), 'matrix')).toMatchObject({
			columns: formative.deficits.map(({ key, title }) => ({ value: key, label: title }))
		});
	});

	test('R87: the blank plan offers functions and exercises of the programme', () => {
		const card = form(FIRST, 'blank_plan');
		expect(outline(card)).toEqual([
			'header: kind singleChoice, subject_class shortText, topic shortText',
			'rows: rows table'
		]);
		const rows = field(card, 'rows');
		expect(rows.kind === 'table' && rows.minRows).toBe(3);
		expect(rows.kind === 'table' && rows.columns.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
			'stage longText',
			'minutes number',
			'problem longText',
			'function singleChoice',
			'exercise singleChoice',
			'support longText',
			'teacher_action longText',
			'child_action longText',
			'success_sign longText'
		]);
	});

	test('R89: one level per indicator, «not seen» included, grouped by deficit', () => {
		const card = form(FIRST, 'competence_analysis_card');
		expect(outline(card).slice(0, 2)).toEqual(['D1: I1 scale, I2 scale', 'D2: I3 scale, I4 scale']);
		expect(outline(card).at(-1)).toBe('comment: moment shortText');
		expect(field(card, 'I1')).toMatchObject({
			required: true,
			levels: adhd.forms.competence_analysis_card.scale
		});
	});

	test('R124: the route asks for motivation, resources and context, and not for what the system knows', () => {
		expect(outline(form(FIRST, 'route_form'))).toEqual([
			'route: position shortText, motivation longText, resources longText, context longText'
		]);
		expect(outline(form(SECOND, 'route_form'))).toEqual([
			'route: motivation longText, resources longText, context longText'
		]);
	});
});

describe('cards of module 2', () => {
	test('R101–R103: a task is reported, tried out, checked and analysed', () => {
		const card = form(FIRST, 'task:T05');
		expect(outline(card)).toEqual([
			'report: report longText, files file',
			'tryout: tryout_date date, tryout_where shortText, tryout_result longText',
			'self_check: T05-c1 scale, T05-c2 scale, T05-c3 scale, T05-c4 scale, T05-c5 scale',
			'self_analysis: T05-q1 longText, T05-q2 longText, T05-q3 longText'
		]);
		expect(field(card, 'T05-q1')).toMatchObject({ required: true, minLength: 100, guarded: true });
		expect(field(form(SECOND, 'task:U01'), 'U01-c1')).toMatchObject({
			levels: [
				{ value: 0, label: 'нет' },
				{ value: 1, label: 'частично' },
				{ value: 2, label: 'да' }
			]
		});
	});

	test('a task that needs no try-out does not ask for one', () => {
		const card = form(changed(adhd, { 'tasks.T05.tryout_required': false }), 'task:T05');
		expect(card.sections.map((section) => section.key)).toEqual(['report', 'self_check', 'self_analysis']);
	});

	test('R107, R166: the effectiveness card measures, computes and hides the pupil', () => {
		const card = form(FIRST, 'effectiveness_card');
		expect(outline(card)).toEqual([
			'conditions: pupil_code shortText, class_level number, function singleChoice, exercise singleChoice, situation shortText, indicator shortText, scale_note singleChoice',
			'measurements: baseline numbers, after numbers, better_is singleChoice, uses number',
			'conclusions: child_reaction longText, class_effect longText, difficulty longText, decision singleChoice, decision_why longText, evidence file',
			'computed: baseline_mean computed, after_mean computed, change_percent computed, verdict computed'
		]);
		expect(field(card, 'pupil_code')).toMatchObject({ pattern: 'pupilCode', required: true });
		expect(field(card, 'baseline')).toMatchObject({ minItems: 3 });
		expect(
			guardedTexts(card, { situation: 'Урок', child_reaction: 'Работал' }).map(({ path }) => path)
		).toEqual(['situation', 'child_reaction']);
	});
});
