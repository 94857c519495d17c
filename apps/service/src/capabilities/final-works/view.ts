import type { MyFinalWork, ReviewTask, WorkResult } from '@stazhirovka/contract/final-works';
import { agreedOn, plainMean, type PeerResult } from '@stazhirovka/domain/final-works';
import type { FrozenProgramme } from '../programmes/index.ts';
import type { AdministrationRow } from './administration-store.ts';
import type { reviewTasks } from './queries.ts';
import type { SentRow } from './standing.ts';
import type { ResultRow } from './store.ts';

type ReviewTaskRow = Awaited<ReturnType<typeof reviewTasks>>[number];

/** `hidden`: the author has not yet answered about every review, so single marks stay covered. */
export function toResult(
	row: ResultRow,
	{ max, hidden = false }: { max: number; hidden?: boolean }
): WorkResult {
	const {
		round,
		basis,
		medians,
		sums,
		passedByReviews,
		needsModeration,
		enoughReviews,
		passed,
		decisionReason
	} = row;
	return {
		round,
		basis,
		medians,
		total: numberOf(row.total),
		sums: hidden ? [] : sums,
		spread: hidden ? null : numberOf(row.spread),
		reviews: sums.length,
		mean: plainMean(sums),
		agreed: agreedOn(sums, max),
		passedByReviews,
		needsModeration,
		enoughReviews,
		passed,
		decisionReason,
		announcedAt: row.announcedAt.toISOString()
	};
}

/** What the reviews give so far, for those who decide. */
export function toPeerFigures(peer: PeerResult) {
	const { passed, ...figures } = peer;
	return { ...figures, passedByReviews: passed };
}

/** Words first: a review that its author has yet to answer about shows no marks. */
export function toReceivedReview({ id, scores, comments }: SentRow, reviewer: string, rated = true) {
	return { reviewer, scores: rated ? scores : {}, comments, toRate: rated ? null : id };
}

export function toReviewTask(
	{ id, title, dueAt, sentAt, leaseUntil, begun }: ReviewTaskRow,
	now: Date
): ReviewTask {
	return {
		id,
		title,
		dueAt: dueAt.toISOString(),
		sentAt: sentAt?.toISOString() ?? null,
		late: (sentAt ?? now) >= dueAt,
		leaseUntil: begun || sentAt ? null : (leaseUntil?.toISOString() ?? null)
	};
}

export function toOwnAdministration(
	row: AdministrationRow | undefined,
	now: Date
): MyFinalWork['administration'] {
	return {
		invited: row !== undefined && (row.givenAt !== null || now < row.expiresAt),
		author: row?.author ?? null,
		position: row?.position ?? null,
		text: row?.text ?? null
	};
}

/** Shown beside the work once it was given. */
export function toAdministration(row: AdministrationRow | undefined) {
	const { author = null, position = null, text = null } = row ?? {};
	return author !== null && position !== null && text !== null ? { author, position, text } : null;
}

/** What the scores and the words of a review mean. */
export function toRubric({ document, forms, rules }: FrozenProgramme) {
	const comments = forms.get('peer_rubric')?.definition.sections.find(({ key }) => key === 'comments');
	return {
		criteria: document.rubric.criteria,
		commentLabels: Object.fromEntries(comments?.fields.map(({ key, label }) => [key, label]) ?? []),
		passTotal: rules.peer.passTotal,
		maxTotal: document.rubric.max
	};
}

/** Exact decimals are kept as text. */
function numberOf(text: string | null): number | null {
	return text === null ? null : Number(text);
}
