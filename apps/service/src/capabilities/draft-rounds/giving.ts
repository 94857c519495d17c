import type { Tx } from '@stazhirovka/db';
import { drawReaders, readingDue, type ReaderPair } from '@stazhirovka/domain/draft-rounds';
import { createHash, randomInt } from 'node:crypto';
import type { Ctx } from '../../shell/context.ts';
import { record } from '../../shell/journal.ts';
import { postAll } from '../../shell/mail.ts';
import { toRead } from './letters.ts';
import { draftsOfCohort, type DraftOfCohort } from './queries.ts';
import * as store from './store.ts';

/** Whoever asked for it; nobody when time did. */
export type Giver = Pick<Ctx, 'now' | 'origin'> & { actor: { personId: string } | null };
type Cohort = { cohortId: string; timeZone: string };

/** The seed is kept in the journal, so that the draw can be made again. */
const SEEDS = 2 ** 47;

/** Gives drafts that lack readers to other authors, in the cohort that the caller holds locked. */
export async function giveDrafts(
	tx: Tx,
	giver: Giver,
	{ cohortId, timeZone }: Cohort,
	round: store.RoundRow
) {
	const now = giver.now();
	const drafts = await draftsOfCohort(tx, cohortId);
	const readings = await store.readingsOf(
		tx,
		drafts.map(({ draft }) => draft.id)
	);
	const seed = randomInt(SEEDS);
	const pairs = drawReaders(
		{
			drafts: drafts.map(({ draft, organisation, published }) => ({
				...{ id: draft.id, author: draft.enrolmentId, organisation },
				...{ shownAt: draft.shownAt, waits: !published }
			})),
			readings: readings.map(({ draftId, readerId, lapsedAt }) => {
				return { draft: draftId, reader: readerId, lapsed: lapsedAt !== null };
			}),
			...{ closesAt: round.closesAt, seed }
		},
		now
	);
	if (pairs.length === 0) return;

	const dueAt = readingDue(round, now);
	await store.insertReadings(
		tx,
		numbered(readings, pairs, seed).map(({ draft, reader, number }) => ({
			...{ draftId: draft, readerId: reader, number, answer: {} },
			...{ givenAt: now, dueAt }
		}))
	);
	await postAll(tx, lettersFor(giver, drafts, pairs, { dueAt, timeZone }), now);
	await record(tx, giver, 'draft.given', { id: cohortId, cohortId }, { seed, pairs });
}

/** The next free numbers of each draft, by a hash of the seed: their order tells nothing of the names. */
function numbered(readings: store.ReadingRow[], pairs: ReaderPair[], seed: number) {
	const lotOf = ({ draft, reader }: ReaderPair) =>
		createHash('sha256').update(`${seed}:${draft}:${reader}`).digest('hex');

	return [...Map.groupBy(pairs, ({ draft }) => draft)].flatMap(([draft, own]) => {
		const used = readings.filter(({ draftId }) => draftId === draft).map(({ number }) => number);
		const last = Math.max(0, ...used);
		return own
			.toSorted((one, other) => (lotOf(one) < lotOf(other) ? -1 : 1))
			.map((pair, place) => ({ ...pair, number: last + place + 1 }));
	});
}

function lettersFor(
	{ origin }: Giver,
	drafts: DraftOfCohort[],
	pairs: ReaderPair[],
	{ dueAt, timeZone }: { dueAt: Date; timeZone: string }
) {
	return [...Map.groupBy(pairs, ({ reader }) => reader)].flatMap(([reader, own]) => {
		const to = drafts.find(({ draft }) => draft.enrolmentId === reader);
		const link = `${origin}/my/${reader}/drafts`;
		return to ? [toRead(to, { drafts: own.length, dueAt, timeZone, link })] : [];
	});
}
