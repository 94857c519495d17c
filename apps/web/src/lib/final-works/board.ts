import type { Board } from '@stazhirovka/contract/final-works';

export type BoardWork = Board['works'][number];

/** What an allocation would do now: counted from what is on the board, by the rules that it tells. */
export type Preview = {
	fresh: number;
	/** Reviewers that each work will get: fewer than the programme wants while there are few works. */
	each: number;
	wanted: number;
	total: number;
	/** Interns whose work is not on the forum. */
	without: number;
};

export function previewOf({ works, interns, rules }: Board): Preview {
	const fresh = works.filter(({ state }) => state === 'published').length;
	const each = Math.max(Math.min(rules.reviewsPerWork, works.length - 1), 0);
	return {
		fresh,
		each,
		wanted: rules.reviewsPerWork,
		total: fresh * each,
		without: Math.max(interns - works.length, 0)
	};
}

/** Why nothing can be allocated; null when something can. */
export function hindranceOf({
	works,
	rules,
	announcedAt
}: Board): 'too_few' | 'nothing' | 'announced' | null {
	if (announcedAt) return 'announced';
	if (works.length < rules.leastWorks) return 'too_few';
	return works.some(({ state }) => state === 'published') ? null : 'nothing';
}

/** Why the rules ask for the tutor's decision. */
export function reasonsOf(
	{ result }: Pick<BoardWork, 'result'>,
	rules: Pick<Board['rules'], 'moderationSpread'>
) {
	if (!result?.enoughReviews) return ['few'] as const;

	const apart = result.spread !== null && result.spread >= rules.moderationSpread;
	return [...(apart ? (['spread'] as const) : []), ...(result.passedByReviews ? [] : (['below'] as const))];
}

/** Reviews of the works that are being reviewed: how many were asked for, how many came. */
export function reviewsOf(works: BoardWork[]): { asked: number; sent: number } {
	const reviews = works.flatMap(({ reviewers }) => reviewers);
	return { asked: reviews.length, sent: reviews.filter(({ sentAt }) => sentAt !== null).length };
}

/** Obstacles to the announcement by their kind, each with the works that it is about. */
export function obstaclesOf(blocked: Board['blocked']) {
	return [...Map.groupBy(blocked, ({ code }) => code)].map(([code, same]) => ({
		code,
		works: same.flatMap(({ details }) =>
			details?.work ? [{ id: details.work, title: details.title ?? '' }] : []
		)
	}));
}

/** Where on the board a work stands. */
export function placeOfWork(id: string): string {
	return `work-${id}`;
}
