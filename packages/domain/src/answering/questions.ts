/** A message of a conversation: an intern's, or one of somebody who may answer. */
export type Turn = { seq: number; at: Date; by: 'intern' | 'staff'; authorId: string };

/** What interns wrote one after another, until somebody of the staff spoke or said that it needs no answer. */
export type Question = {
	/** Its first and last message. */
	seq: number;
	lastSeq: number;
	askedBy: string;
	since: Date;
	answeredAt: Date | null;
	/** «Ответ не нужен»: it waits no more, and counts as neither late nor in time. */
	waived: boolean;
};

/**
 * The questions of one conversation, in order. `waived` are places in it up to which the staff said that no answer is
 * needed: of messages after such a place a new question begins.
 */
export function questionsIn(turns: readonly Turn[], waived: readonly number[] = []): Question[] {
	const questions: Question[] = [];
	let open: Question | null = null;

	for (const { seq, at, by, authorId } of turns.toSorted((a, b) => a.seq - b.seq)) {
		if (open && waived.some((place) => open !== null && place >= open.lastSeq && place < seq)) {
			open.waived = true;
			open = null;
		}
		if (by === 'staff') {
			if (open) open.answeredAt = at;
			open = null;
		} else if (open) {
			open.lastSeq = seq;
		} else {
			open = { seq, lastSeq: seq, askedBy: authorId, since: at, answeredAt: null, waived: false };
			questions.push(open);
		}
	}
	if (open && waived.some((place) => open !== null && place >= open.lastSeq)) open.waived = true;
	return questions;
}

/** A turn with the people whom it calls; nobody: it is said to everybody. */
type Spoken = Turn & { to: readonly string[] };

/**
 * The main line of a room, told apart by who asks: each intern's own words with what the staff said to all or to that
 * intern. So everybody who asks waits for an answer of his own, and an answer with a name leaves the others waiting.
 */
export function byAsker<T extends Spoken>(turns: readonly T[]): T[][] {
	const asking = new Set(turns.filter(({ by }) => by === 'intern').map(({ authorId }) => authorId));
	return [...asking].map((id) =>
		turns.filter(({ by, authorId, to }) =>
			by === 'intern' ? authorId === id : to.length === 0 || to.includes(id)
		)
	);
}
