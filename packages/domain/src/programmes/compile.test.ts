import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { compile, type CompiledProgramme } from './compile.ts';
import type { ProgrammeDocument } from './document.ts';

function compiled(document: unknown): CompiledProgramme {
	const result = compile(document as ProgrammeDocument);
	return result.ok ? result.value : expect.fail(JSON.stringify(result.refusal.details.findings));
}

describe('the demonstration programmes compile', () => {
	test('what is left to look at are videos without files', () => {
		const places = (document: unknown) =>
			compiled(document).findings.map(({ place, code }) => `${place}: ${code}`);

		expect(places(adhd)).toEqual(adhd.videos.map((video) => `videos.${video.key}.file: video.not_ready`));
		expect(places(formative)).toEqual(
			formative.videos.map((video) => `videos.${video.key}.file: video.not_ready`)
		);
	});

	test('every card is a form under a stable key', () => {
		const cards = [
			'correlation_card',
			'blank_plan',
			'competence_analysis_card',
			'route_form',
			'effectiveness_card'
		];
		const common = ['final_work', 'peer_rubric', 'survey', 'diagnostic'];
		const keys = (document: unknown) => compiled(document).forms.map((form) => form.key);

		expect(keys(adhd)).toEqual([...cards, ...adhd.tasks.map((task) => `task:${task.key}`), ...common]);
		expect(keys(formative)).toEqual([
			...cards,
			...formative.tasks.map((task) => `task:${task.key}`),
			...common
		]);
	});
});

describe('rules of the first demonstration programme', () => {
	const { rules } = compiled(adhd);

	test('diagnosis', () => {
		const { items, flags, ...diagnostic } = rules.diagnostic;
		expect(diagnostic).toEqual({
			deficits: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'],
			perDeficitMax: 9,
			levels: [
				{ key: 'none', min: 0.75 },
				{ key: 'partial', min: 0.5 },
				{ key: 'expressed', min: 0 }
			],
			maxUnanswered: 4
		});
		expect(flags).toEqual([
			{
				label: 'переоценка',
				when: [
					{ sum: ['self_assessment'], op: '>=', value: 2 },
					{ sum: ['knowledge', 'case'], op: '<', value: 3 }
				]
			},
			{
				label: 'недооценка',
				when: [
					{ sum: ['self_assessment'], op: '<=', value: 1 },
					{ sum: ['knowledge', 'case'], op: '=', value: 6 }
				]
			}
		]);
		const common = (key: string, kind: string, max: number) => ({ key, deficit: key.slice(0, 2), kind, max });
		expect(items).toHaveLength(24);
		expect(items.filter((item) => ['D1-K', 'D1-C', 'D1-S', 'D2-K', 'D7-K'].includes(item.key))).toEqual([
			{ ...common('D1-K', 'knowledge', 2), type: 'single_choice', correct: 'a' },
			{ ...common('D1-C', 'case', 4), type: 'graded_choice', points: { a: 4, b: 2, c: 0, d: 0 } },
			{ ...common('D1-S', 'self_assessment', 3), type: 'scale', values: [0, 1, 2, 3] },
			{
				...common('D2-K', 'knowledge', 2),
				type: 'multiple_choice',
				options: ['a', 'b', 'c', 'd', 'e'],
				correct: ['a', 'b', 'd'],
				oneErrorPoints: 1
			},
			{
				...common('D7-K', 'knowledge', 2),
				type: 'ordering',
				order: ['a', 'b', 'c', 'd', 'e'],
				oneSwapPoints: 1
			}
		]);
	});

	test('route, document and texts', () => {
		expect(rules.route).toEqual({
			length: 5,
			weights: { expressed: 2, partial: 1 },
			roleFactor: { primary: 1, secondary: 0.5 },
			developingSet: ['T03', 'T06', 'T08', 'T10', 'T11'],
			deficits: rules.diagnostic.deficits,
			tasks: adhd.tasks.map(({ key, sequence, deficits }) => ({ key, sequence, deficits }))
		});
		expect(rules.document).toEqual({ kind: 'certificate', fallback: null, hours: 12 });
		expect(rules.selfAnalysisMinLength).toBe(100);
		expect(rules.understanding).toEqual({
			key: adhd.forms.correlation_card.expert_key,
			maxExtra: 1,
			levels: [
				{ min: 8, label: 'понимание устойчивое' },
				{ min: 5, label: 'понимание частичное' },
				{ min: 0, label: 'нужна поддержка' }
			]
		});
	});

	test('peer review', () => {
		expect(rules.peer).toEqual({
			criteria: ['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection'],
			maxPerCriterion: 3,
			reviewsPerWork: 3,
			reviewsPerIntern: 3,
			minReceived: 2,
			minGiven: 2,
			deadlineDays: 5,
			excludeSameOrganisation: true,
			passTotal: 10,
			noZeroCriterion: true,
			moderationSpread: 6,
			moderateBelowThreshold: true,
			revisionDays: 7
		});
	});
});

test('the second demonstration programme says less, and nothing is made up for it', () => {
	const { rules } = compiled(formative);

	expect(rules.diagnostic.maxUnanswered).toBe(2);
	expect(rules.diagnostic.perDeficitMax).toBe(6);
	expect(rules.diagnostic.flags.map((flag) => flag.when[1])).toEqual([
		{ sum: ['knowledge'], op: '=', value: 0 },
		{ sum: ['knowledge'], op: '=', value: 3 }
	]);
	expect(rules.peer).toMatchObject({
		excludeSameOrganisation: false,
		passTotal: 8,
		noZeroCriterion: true,
		moderationSpread: 5,
		moderateBelowThreshold: false,
		revisionDays: null
	});
	expect(rules.document).toEqual({ kind: 'udostoverenie_pk', fallback: 'certificate', hours: 16 });
	expect(rules.selfAnalysisMinLength).toBe(0);
	expect(rules.understanding).toBeNull();
	expect(rules.completion.map(({ key, condition }) => `${key} ${condition}`)).toEqual([
		'c1 deficit_card_signed',
		'c2 learning_route_agreed',
		'c3 tasks_accepted',
		'c4 effectiveness_card_posted',
		'c5 final_work_published',
		'c6 reviews_done',
		'c7 result_passed',
		'c8 register_data_checked'
	]);
});
