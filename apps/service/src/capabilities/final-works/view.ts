import type { MyFinalWork, ReviewTask, WorkResult } from '@stazhirovka/contract/final-works';
import type { PeerResult } from '@stazhirovka/domain/final-works';
import type { FrozenProgramme } from '../programmes/index.ts';
import type { AdministrationRow } from './administration-store.ts';
import type { reviewTasks } from './queries.ts';
import type { SentRow } from './standing.ts';
import type { ResultRow } from './store.ts';

type ReviewTaskRow = Awaited<ReturnType<typeof reviewTasks>>[number];

export function toResult(row: ResultRow): WorkResult {
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
		sums,
		spread: numberOf(row.spread),
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

export function toReceivedReview({ scores, comments }: SentRow, reviewer: string) {
	return { reviewer, scores, comments };
}

export function toReviewTask({ id, title, dueAt, sentAt }: ReviewTaskRow, now: Date): ReviewTask {
	return {
		id,
		title,
		dueAt: dueAt.toISOString(),
		sentAt: sentAt?.toISOString() ?? null,
		late: (sentAt ?? now) >= dueAt
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
