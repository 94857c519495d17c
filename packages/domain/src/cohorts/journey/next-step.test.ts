import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import type { ProgrammeDocument } from '../../programmes/document.ts';
import { announced, carded, diagnosed, fresh, published, routed, sent, tasks } from './example-facts.ts';
import { outline, path, type JourneyFacts, type TaskOfPath } from './index.ts';

const programme = outline(adhd as unknown as ProgrammeDocument);

test.each<[string, JourneyFacts, string | null, string]>([
	['nothing before the enrolment is confirmed', { ...fresh, enrolment: 'applied' }, null, ''],
	[
		'the first card, also before the first day',
		{ ...fresh, today: '2027-01-17' },
		'form.correlation_card',
		'open'
	],
	['the first card', fresh, 'form.correlation_card', 'open'],
	['the next card', { ...fresh, forms: { correlation_card: '2027-01-18' } }, 'form.blank_plan', 'open'],
	[
		'the diagnosis',
		{ ...fresh, forms: { correlation_card: '2027-01-18', blank_plan: '2027-01-18' } },
		'diagnosis',
		'open'
	],
	['the card to sign; cards left empty hold nobody up', diagnosed, 'deficit_card', 'open'],
	[
		'the tutor’s signature',
		{ ...diagnosed, card: { internSignedOn: '2027-01-18', tutorSignedOn: null } },
		'deficit_card',
		'waiting'
	],
	['the route', carded, 'learning_route', 'open'],
	[
		'the tutor’s word on the route',
		{ ...carded, route: { state: 'proposed', agreedOn: null } },
		'learning_route',
		'waiting'
	],
	[
		'the returned route',
		{ ...carded, route: { state: 'returned', agreedOn: null } },
		'learning_route',
		'open'
	],
	['the first task', routed, 'task.1', 'open'],
	['the second task while the first waits', { ...routed, tasks: tasks('sent', 'open') }, 'task.2', 'open'],
	[
		'a returned task before the next one',
		{ ...routed, tasks: tasks('sent', 'returned', 'open') },
		'task.2',
		'open'
	],
	[
		'the effectiveness card',
		{ ...sent, effectiveness: { postedOn: null, mayPost: true } },
		'effectiveness_card',
		'open'
	],
	['the final work, though tasks wait for the tutor', sent, 'final_work', 'open'],
	['waiting for the tutor', published, 'task.3', 'waiting'],
	[
		'reviews to give',
		{ ...published, reviews: { toGive: 3, given: 1, lastSentOn: null, dueOn: '2027-02-21' } },
		'reviews',
		'open'
	],
	['the survey', announced, 'survey', 'open'],
	[
		'the revision',
		{
			...announced,
			surveyAnswered: true,
			work: { ...announced.work!, state: 'revision', revisionUntil: '2027-03-01' }
		},
		'final_work',
		'open'
	],
	[
		'the certificate',
		{ ...announced, tasks: tasks(...five('accepted')), surveyAnswered: true, complete: true },
		'certificate',
		'waiting'
	],
	[
		'nothing more',
		{ ...announced, tasks: tasks(...five('accepted')), surveyAnswered: true, certificateOn: '2027-02-26' },
		null,
		''
	]
])('next comes %s', (_, facts, key, state) => {
	const { next } = path(programme, facts);
	expect(next ? [next.key, next.state] : [null, '']).toEqual([key, state]);
});

test('whatever happened, a locked step says why, a step that waits says for whom, and next is not locked', () => {
	const day = fc.constantFrom(null, '2027-01-18', '2027-02-20');
	const state = fc.constantFrom('locked', 'open', 'sent', 'returned', 'accepted');
	const facts = fc.record({
		enrolment: fc.constantFrom('applied', 'confirmed', 'completed', 'expelled'),
		diagnosedOn: day,
		card: fc.record({ internSignedOn: day, tutorSignedOn: day }),
		route: fc.record({
			state: fc.constantFrom(null, 'draft', 'proposed', 'returned', 'agreed'),
			agreedOn: day
		}),
		tasks: fc.array(state, { maxLength: 6 }).map((states) => tasks(...(states as TaskOfPath['state'][]))),
		work: fc.constantFrom(
			null,
			...(['published', 'in_review', 'passed', 'revision', 'revised', 'failed'] as const).map((state) => ({
				...announced.work!,
				state
			}))
		),
		reviews: fc.constantFrom(null, announced.reviews),
		announcedOn: day,
		complete: fc.boolean()
	});

	fc.assert(
		fc.property(facts, (some) => {
			const { modules, next, done, total } = path(programme, {
				...fresh,
				...(some as Partial<JourneyFacts>)
			});
			const steps = modules.flatMap((module) => module.steps);

			expect(
				steps.filter((step) => (step.state === 'locked' || step.state === 'waiting') && !step.reason)
			).toEqual([]);
			expect(new Set(steps.map(({ key }) => key)).size).toBe(total);
			expect(steps.filter((step) => step.state === 'done')).toHaveLength(done);
			expect(next?.state).not.toBe('locked');
			expect(next?.state).not.toBe('done');
		})
	);
});

function five(state: TaskOfPath['state']): TaskOfPath['state'][] {
	return Array.from({ length: 5 }, () => state);
}
