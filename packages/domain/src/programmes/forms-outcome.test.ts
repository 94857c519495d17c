import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { fieldsOf, type FormDefinition } from '../forms/index.ts';
import { formsOf } from './cards/forms-of.ts';
import type { ProgrammeDocument } from './document.ts';
import { changed } from './example-changes.ts';

function form(document: unknown, key: string): FormDefinition {
	return formsOf(document as ProgrammeDocument).find((each) => each.key === key) ?? expect.fail(key);
}

function outline(definition: FormDefinition): string[] {
	return definition.sections.map(
		(section) => `${section.key}: ${section.fields.map(({ key, kind }) => `${key} ${kind}`).join(', ')}`
	);
}

test('R110–R113: the final work has a passport, a scenario, a try-out and a self-analysis in parts', () => {
	const card = form(adhd, 'final_work');

	expect(outline(card)).toEqual([
		'passport: kind singleChoice, passport_1 shortText, passport_2 shortText, passport_3 shortText, passport_4 date, passport_5 number',
		'problem: problem longText',
		'scenario: scenario table',
		'tryout: tryout_date date, tryout longText',
		'evidence: evidence longText, evidence_files file',
		'self_analysis: self_analysis_awareness longText, self_analysis_conditions longText, self_analysis_completeness_technology longText, self_analysis_effectiveness longText',
		'next: next longText'
	]);
	const fields = fieldsOf(card);
	expect(fields.filter((each) => !each.required).map((each) => each.key)).toEqual(['evidence_files']);
	expect(fields.filter((each) => each.kind === 'longText' && each.minLength === 150)).toHaveLength(4);

	const scenario = fields.find((each) => each.kind === 'table');
	expect(scenario?.minRows).toBe(3);
	expect(scenario?.columns.map(({ key, kind, required = false }) => `${key} ${kind} ${required}`)).toEqual([
		'stage shortText true',
		'minutes number true',
		'teacher_action longText true',
		'pupil_action longText true',
		'technique shortText false',
		'support shortText false'
	]);
});

test('a final work in fewer words gets what every final work needs', () => {
	expect(outline(form(formative, 'final_work'))).toEqual([
		'passport: kind singleChoice, passport_1 shortText, passport_2 shortText, passport_3 date, passport_4 number',
		'criteria: criteria longText',
		'scenario: scenario longText',
		'tryout: tryout_date date, tryout longText',
		'data: data longText',
		'self_analysis: self_analysis_awareness longText, self_analysis_conditions longText, self_analysis_completeness_technology longText, self_analysis_effectiveness longText',
		'model: model longText',
		'evidence: evidence_files file'
	]);
	const withoutPassport = changed(formative, { 'final_work.sections': [{ key: 'tryout', title: 'Проба' }] });
	expect(outline(form(withoutPassport, 'final_work'))[0]).toBe('passport: kind singleChoice');
});

test('R115–R118: a review has a described level per criterion and three comments', () => {
	expect(outline(form(adhd, 'peer_rubric'))).toEqual([
		'criteria: awareness scale, conditions scale, completeness scale, technology scale, effectiveness scale, reflection scale',
		'comments: strength longText, question longText, advice longText'
	]);
	const comments = form(formative, 'peer_rubric').sections[1]?.fields ?? [];
	expect(
		comments.map((each) => [each.key, each.required, each.kind === 'longText' && each.minLength])
	).toEqual([
		['strength', true, 80],
		['question', true, 20],
		['advice', true, 80]
	]);
	expect(form(adhd, 'peer_rubric').sections[0]?.fields[0]).toMatchObject({
		levels: adhd.rubric.criteria[0]?.levels.map(({ score, descriptor }) => ({
			value: score,
			label: descriptor
		}))
	});
});

test('R120: the survey keeps its questions in order; only words are optional', () => {
	const card = form(adhd, 'survey');
	expect(outline(card)).toEqual([
		'part_1: s1 scale, s2 scale, s3 scale, s4 scale, s5 scale, s6 scale, s7 scale, s8 scale',
		'part_2: s9 singleChoice, s10 singleChoice, s11 scale',
		'part_3: s12 longText, s13 longText, s14 longText'
	]);
	const levels = fieldsOf(card).flatMap((each) =>
		each.kind === 'scale' ? [each.levels.map(({ value }) => value)] : []
	);
	expect([levels[0], levels.at(-1)]).toEqual([
		[1, 2, 3, 4, 5],
		[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
	]);
	expect(
		fieldsOf(card)
			.filter((each) => !each.required)
			.map((each) => each.key)
	).toEqual(['s12', 's13', 's14']);
});

test('R166: every free text about practice is guarded', () => {
	const texts = formsOf(adhd as ProgrammeDocument)
		.filter((definition) => definition.key !== 'survey')
		.flatMap((definition) =>
			fieldsOf(definition).flatMap((each) => {
				const free = each.kind === 'longText' || (each.kind === 'shortText' && each.pattern === undefined);
				return free ? [{ place: `${definition.key}.${each.key}`, guarded: each.guarded }] : [];
			})
		);

	expect(texts.length).toBeGreaterThan(60);
	expect(texts.filter((text) => !text.guarded)).toEqual([]);
});
