import { allocate, type Pair } from '../matching/index.ts';

/** `organisation: null` is unknown. `waits`: readers still help, the work is not published. */
export type ShownDraft = {
	id: string;
	author: string;
	organisation: string | null;
	shownAt: Date;
	waits: boolean;
};
export type ReaderPair = { draft: string; reader: string };
export type GivenReading = ReaderPair & { lapsed: boolean };

/** Readers of one draft. */
export const READERS = 2;
/** One more than one's own draft costs, so that the silent can be stood in for. */
const MOST = READERS + 1;
const HOUR = 60 * 60 * 1000;
/** So long a draft waits for readers by all rules; then colleagues and couples will do, where nobody else is left. */
const PATIENCE_HOURS = 24;

type Round = {
	drafts: readonly ShownDraft[];
	readings: readonly GivenReading[];
	closesAt: Date;
	seed: number;
};

/**
 * Draws readers for drafts that lack them among the authors who have shown one: never the author, never a colleague or
 * somebody whose draft the author reads while others may still come, never twice the same. Whoever was silent once
 * gets nothing more. Answers with the new pairs alone.
 */
export function drawReaders(round: Round, now: Date): ReaderPair[] {
	const known = new Set(round.drafts.map(({ author }) => author));
	const kept = round.readings.filter(({ draft, reader }) => {
		return known.has(reader) && round.drafts.some(({ id }) => id === draft);
	});
	const live = kept.filter(({ lapsed }) => !lapsed).map(toPair);
	const silent = kept.filter(({ lapsed }) => lapsed).map(toPair);

	const waiting = round.drafts.filter(({ waits }) => waits);
	const strict = draw(round, { live, silent, waiting, patient: true });
	const after = [...live, ...strict];
	const late = waiting.filter(({ shownAt }) => isLate(shownAt, round.closesAt, now));
	const lax = late.length ? draw(round, { live: after, silent, waiting: late, patient: false }) : [];

	return [...strict, ...lax].map(({ work, reviewer }) => ({ draft: work, reader: reviewer }));
}

function isLate(shownAt: Date, closesAt: Date, now: Date): boolean {
	const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / HOUR;
	return hours(shownAt, now) >= PATIENCE_HOURS || hours(now, closesAt) <= 2 * PATIENCE_HOURS;
}

type Standing = { live: Pair[]; silent: Pair[]; waiting: readonly ShownDraft[]; patient: boolean };

function draw({ drafts, seed }: Round, { live, silent, waiting, patient }: Standing): Pair[] {
	const wanting = new Set(waiting.map(({ id }) => id));
	const given = (id: string) => live.filter(({ work }) => work === id).length;
	const load = (id: string) => live.filter(({ reviewer }) => reviewer === id).length;
	const couples = patient ? live.flatMap((pair) => reverseOf(drafts, pair)) : [];
	const { pairs } = allocate({
		works: drafts.map(({ id, author, organisation }) => ({
			...{ id, author, organisation },
			reviews: wanting.has(id) ? Math.max(READERS, given(id)) : given(id)
		})),
		reviewers: drafts.map(({ author, organisation }) => ({
			...{ id: author, organisation },
			most: silent.some(({ reviewer }) => reviewer === author) ? load(author) : Math.max(MOST, load(author))
		})),
		...{ perWork: READERS, seed, fixed: live },
		forbidden: [...silent, ...couples].map((pair) => ({ ...pair, because: 'earlier' as const })),
		relax: { loads: true, ...(!patient && { colleagues: 'any' as const }) }
	});
	const fresh = pairs.filter((pair) => !live.some((one) => isSame(one, pair)));
	return patient ? withoutCouples(drafts, fresh) : fresh;
}

/** Of two who would read each other the first stays: the other's draft waits for somebody else. */
function withoutCouples(drafts: readonly ShownDraft[], pairs: Pair[]): Pair[] {
	const kept: Pair[] = [];
	for (const pair of pairs) {
		const turned = reverseOf(drafts, pair);
		if (!kept.some((one) => turned.some((other) => isSame(one, other)))) kept.push(pair);
	}
	return kept;
}

/** The author of the draft reading the reader's own. */
function reverseOf(drafts: readonly ShownDraft[], { work, reviewer }: Pair): Pair[] {
	const author = drafts.find(({ id }) => id === work)?.author;
	const own = drafts.find((draft) => draft.author === reviewer)?.id;
	return author && own ? [{ work: own, reviewer: author }] : [];
}

function isSame(one: Pair, other: Pair): boolean {
	return one.work === other.work && one.reviewer === other.reviewer;
}

function toPair({ draft, reader }: ReaderPair): Pair {
	return { work: draft, reviewer: reader };
}
