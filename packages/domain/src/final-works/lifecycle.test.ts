import { expect, test } from 'vitest';
import {
	announcementBlocks,
	areReviewsClosed,
	areReviewsDone,
	decideReview,
	decideWork,
	FINAL_WORK_STATES,
	type FinalWorkStage,
	seenState,
	type WorkAction,
	type WorkFacts
} from './index.ts';

const now = new Date('2027-02-20T12:00:00Z');
const later = new Date('2027-02-27T21:00:00Z');
const facts: Omit<WorkFacts, 'state'> = {
	tasksSent: true,
	tryoutMarked: true,
	announced: false,
	revisionUntil: later
};

const stages: FinalWorkStage[] = ['draft', ...FINAL_WORK_STATES];
const actions: WorkAction[] = [
	{ type: 'publish' },
	{ type: 'open_review' },
	{ type: 'announce', outcome: 'passed' },
	{ type: 'decide', outcome: 'failed' }
];
const allowed: Record<FinalWorkStage, Partial<Record<WorkAction['type'], string>>> = {
	draft: { publish: 'published' },
	published: { open_review: 'in_review' },
	in_review: { announce: 'passed' },
	revision: { publish: 'revised' },
	revised: { decide: 'failed' },
	passed: {},
	failed: {}
};

test.each(stages.flatMap((state) => actions.map((action) => [state, action] as const)))(
	'R114: a work that is %s answers to %o as the table says',
	(state, action) => {
		const next = allowed[state][action.type];
		expect(decideWork({ ...facts, state }, action, now)).toEqual(
			next ? { ok: true, value: next } : { ok: false, refusal: { code: 'final_work.not_now' } }
		);
	}
);

test.each([
	['R111', 'draft', { tryoutMarked: false }, { type: 'publish' }, now, 'tryout_missing'],
	['R111', 'revision', { tryoutMarked: false }, { type: 'publish' }, now, 'tryout_missing'],
	['R114', 'draft', { tasksSent: false }, { type: 'publish' }, now, 'tasks_not_sent'],
	['R117', 'draft', { announced: true }, { type: 'publish' }, now, 'too_late'],
	['R117', 'revision', {}, { type: 'publish' }, later, 'revision_too_late'],
	['R117', 'revision', {}, { type: 'lapse' }, now, 'revision_still_open'],
	['R117', 'in_review', {}, { type: 'announce', outcome: 'undecided' }, now, 'awaits_decision'],
	['R117', 'revised', {}, { type: 'decide', outcome: 'undecided' }, now, 'awaits_decision']
] as const)('%s: from %s with %o, %o is refused: final_work.%s', (_, state, change, action, at, short) => {
	expect(decideWork({ ...facts, ...change, state }, action, at)).toEqual({
		ok: false,
		refusal: { code: `final_work.${short}` }
	});
});

test('R117: a revision is taken up to its end, and lapses from there', () => {
	const work: WorkFacts = { ...facts, state: 'revision', announced: true };

	expect(decideWork(work, { type: 'publish' }, new Date(later.getTime() - 1))).toEqual({
		ok: true,
		value: 'revised'
	});
	expect(decideWork(work, { type: 'lapse' }, later)).toEqual({ ok: true, value: 'failed' });
});

test('R117: a revision whose time is over is seen as failed; nothing else is seen as other than it is', () => {
	const seen = (state: (typeof FINAL_WORK_STATES)[number], now: Date) =>
		seenState({ state, revisionUntil: later }, now);

	expect(seen('revision', new Date(later.getTime() - 1))).toBe('revision');
	expect(seen('revision', later)).toBe('failed');
	const others = FINAL_WORK_STATES.filter((state) => state !== 'revision');
	expect(others.map((state) => seen(state, later))).toEqual(others);
});

test.each(['passed', 'revision', 'failed'] as const)(
	'R117: the announcement moves a work to its outcome: %s',
	(result) => {
		expect(decideWork({ ...facts, state: 'in_review' }, { type: 'announce', outcome: result }, now)).toEqual({
			ok: true,
			value: result
		});
	}
);

test('R117: results are announced once, for all, when reviews are closed and decisions taken', () => {
	const done = { id: 'w1', state: 'in_review', reviewsClosed: true, outcome: 'passed' } as const;
	const open = { ...done, id: 'w2', reviewsClosed: false };
	const waiting = { ...done, id: 'w3', outcome: 'undecided' } as const;
	const unreviewed = { ...open, id: 'w4', state: 'published' } as const;

	expect(announcementBlocks({ announced: false, works: [done, unreviewed] })).toEqual([]);
	expect(announcementBlocks({ announced: false, works: [done, open, waiting] })).toEqual([
		{ code: 'results.reviews_open', details: { work: 'w2' } },
		{ code: 'results.awaits_decision', details: { work: 'w3' } }
	]);
	expect(announcementBlocks({ announced: false, works: [unreviewed] })).toEqual([
		{ code: 'results.nothing_to_announce' }
	]);
	expect(announcementBlocks({ announced: true, works: [done] })).toEqual([
		{ code: 'results.already_announced' }
	]);
});

test('R115: reviews are closed when all were sent or their time is over', () => {
	const sent = { sentAt: now, dueAt: later };
	const missing = { sentAt: null, dueAt: later };

	expect(areReviewsClosed([sent, sent], now)).toBe(true);
	expect(areReviewsClosed([sent, missing], now)).toBe(false);
	expect(areReviewsClosed([sent, missing], later)).toBe(true);
	expect(areReviewsClosed([], now)).toBe(true);
});

test('R115: a review is sent whole, once, and before the announcement', () => {
	const fresh = { sentAt: null, announced: false };

	expect(decideReview(fresh, { type: 'save' }, now)).toEqual({ ok: true, value: { sentAt: null } });
	expect(decideReview(fresh, { type: 'send', complete: true }, now)).toEqual({
		ok: true,
		value: { sentAt: now }
	});
	expect(decideReview(fresh, { type: 'send', complete: false }, now)).toEqual(refused('incomplete'));
	expect(decideReview({ sentAt: now, announced: true }, { type: 'save' }, later)).toEqual(
		refused('already_sent')
	);
	expect(decideReview({ ...fresh, announced: true }, { type: 'save' }, later)).toEqual(
		refused('results_announced')
	);
});

test.each([
	[2, 2, true],
	[1, 3, false],
	[3, 1, false]
])('R115: %i given and %i received: done %s', (given, received, done) => {
	expect(areReviewsDone({ minGiven: 2, minReceived: 2 }, { given, received })).toBe(done);
});

function refused(short: string) {
	return { ok: false, refusal: { code: `review.${short}` } };
}
