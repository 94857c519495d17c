import { ok, refuse, type Result } from '../result.ts';

/** `closedAt`: by hand, before its last day was over. */
export type DraftRound = { closesAt: Date; closedAt: Date | null };
export type RoundState = 'off' | 'open' | 'closed';

export type ShowingRefusal = {
	code: 'draft_round.closed' | `draft.${'published' | 'shown_already' | 'empty'}`;
};
export type CommentRefusal = { code: 'draft_round.closed' | `draft.${'already_sent' | 'time_over'}` };

const HOUR = 60 * 60 * 1000;
/** A comment that comes after two days no longer helps: the next draft is written by then. */
export const READING_HOURS = 48;

/** A round closes by itself with the end of its last day; a cohort without one has none. */
export function roundState(round: DraftRound | null, now: Date): RoundState {
	if (!round) return 'off';
	return round.closedAt === null && now < round.closesAt ? 'open' : 'closed';
}

/** Whether the draft as it stands may be shown: once, before the work is published. */
export function decideShowing(draft: {
	state: RoundState;
	published: boolean;
	shown: boolean;
	empty: boolean;
}): Result<null, ShowingRefusal> {
	if (draft.state !== 'open') return refuse({ code: 'draft_round.closed' });
	if (draft.published) return refuse({ code: 'draft.published' });
	if (draft.shown) return refuse({ code: 'draft.shown_already' });
	return draft.empty ? refuse({ code: 'draft.empty' }) : ok(null);
}

/** Until when a draft that was given now may be commented on: two days, never longer than the round. */
export function readingDue({ closesAt }: DraftRound, now: Date): Date {
	return new Date(Math.min(now.getTime() + READING_HOURS * HOUR, closesAt.getTime()));
}

/** Whether a comment may be saved or sent: once, in time, while the round is open. */
export function decideComment(
	reading: { state: RoundState; sentAt: Date | null; lapsedAt: Date | null; dueAt: Date },
	now: Date
): Result<null, CommentRefusal> {
	if (reading.sentAt) return refuse({ code: 'draft.already_sent' });
	if (reading.state !== 'open') return refuse({ code: 'draft_round.closed' });
	const over = reading.lapsedAt !== null || now >= reading.dueAt;
	return over ? refuse({ code: 'draft.time_over' }) : ok(null);
}
