import type { Board } from '@stazhirovka/contract/final-works';
import { expect, test } from 'vitest';
import { hindranceOf, obstaclesOf, previewOf, reasonsOf, reviewsOf, type BoardWork } from './board.ts';

const rules = {
	reviewsPerWork: 3,
	leastWorks: 3,
	deadlineDays: 5,
	revisionDays: 7,
	moderationSpread: 6
};

function board(states: BoardWork['state'][], own: Partial<Board> = {}): Board {
	const works = states.map((state, n) => ({ id: String(n), state, reviewers: [] }));
	return {
		works,
		interns: 6,
		rules,
		passTotal: 10,
		maxTotal: 18,
		announcedAt: null,
		...own
	} as never as Board;
}

test('R115 with enough works each gets the reviewers that the programme asks for', () => {
	expect(previewOf(board(['published', 'published', 'published', 'published', 'in_review']))).toEqual({
		fresh: 4,
		each: 3,
		wanted: 3,
		total: 12,
		without: 1
	});
});

test('R115 nobody reviews their own work, so three works give two reviews each', () => {
	expect(previewOf(board(['published', 'published', 'published']))).toMatchObject({ each: 2, total: 6 });
	expect(previewOf(board([]))).toMatchObject({ each: 0, total: 0, without: 6 });
});

test('R115 why nothing can be allocated is told apart', () => {
	expect(hindranceOf(board(['published', 'published']))).toBe('too_few');
	expect(hindranceOf(board(['in_review', 'in_review', 'in_review']))).toBe('nothing');
	expect(hindranceOf(board(['published', 'in_review', 'in_review']))).toBe(null);
	expect(hindranceOf(board([], { announcedAt: '2027-02-20T09:00:00Z' }))).toBe('announced');
});

test('R117 the tutor is told why the rules ask for a decision', () => {
	const reasons = (result: object | null) => reasonsOf({ result } as never as BoardWork, rules);

	expect(reasons(null)).toEqual(['few']);
	expect(reasons({ enoughReviews: false, spread: 9, passedByReviews: false })).toEqual(['few']);
	expect(reasons({ enoughReviews: true, spread: 6, passedByReviews: true })).toEqual(['spread']);
	expect(reasons({ enoughReviews: true, spread: 7, passedByReviews: false })).toEqual(['spread', 'below']);
	expect(reasons({ enoughReviews: true, spread: 2, passedByReviews: false })).toEqual(['below']);
});

test('reviews are counted over all works', () => {
	const work = (...sent: (string | null)[]) => ({ reviewers: sent.map((sentAt) => ({ sentAt })) });
	expect(reviewsOf([work('2027-02-20T09:00:00Z', null), work(null)] as never)).toEqual({ asked: 3, sent: 1 });
});

test('obstacles of one kind stand together with their works', () => {
	expect(
		obstaclesOf([
			{ code: 'results.reviews_open', details: { work: 'a', title: 'Урок' } },
			{ code: 'results.awaits_decision', details: { work: 'b', title: 'Игра' } },
			{ code: 'results.reviews_open', details: { work: 'c', title: 'Собрание' } }
		])
	).toEqual([
		{
			code: 'results.reviews_open',
			works: [
				{ id: 'a', title: 'Урок' },
				{ id: 'c', title: 'Собрание' }
			]
		},
		{ code: 'results.awaits_decision', works: [{ id: 'b', title: 'Игра' }] }
	]);
	expect(obstaclesOf([{ code: 'results.nothing_to_announce' }])).toEqual([
		{ code: 'results.nothing_to_announce', works: [] }
	]);
});
