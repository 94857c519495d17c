import type { Database, Tx } from '@stazhirovka/db';
import { byAsker, questionsIn, waitingOf, type Question, type Waiting } from '@stazhirovka/domain/answering';
import { missing } from '../../shell/errors.ts';
import { turnsOpen, turnsSaid, type TurnRow } from '../chat/index.ts';
import { termsOf, type Terms } from './queries.ts';
import { waiversIn } from './store.ts';

type Queryable = Database | Tx;
type Which = Parameters<typeof turnsOpen>[1];

const DAY = 86_400_000;
/** What is older is not asked any more: a cohort lasts weeks. */
const OLDEST_DAYS = 120;

export type Asked = Question & Pick<TurnRow, 'roomId' | 'cohortId' | 'kind'> & { turns: TurnRow[] };
export type Open = Asked & { terms: Terms; waiting: Waiting };

/** Questions that wait for an answer, the longest waiting first. */
export async function openQuestions(db: Queryable, which: Which, now: Date): Promise<Open[]> {
	const since = new Date(now.getTime() - OLDEST_DAYS * DAY);
	const asked = await questionsOf(db, await turnsOpen(db, which, since));
	const waiting = asked.filter(({ answeredAt, waived }) => answeredAt === null && !waived);
	const terms = await termsOf(db, unique(waiting.map(({ cohortId }) => cohortId)));

	return waiting
		.map((question) => {
			const found = terms.get(question.cohortId) ?? missing('cohort');
			const { agreement, timeZone } = found;
			return { ...question, terms: found, waiting: waitingOf(question.since, now, agreement, timeZone) };
		})
		.toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

/** All questions of a cohort since a moment, answered or not. */
export async function questionsSince(db: Queryable, cohortId: string, since: Date): Promise<Asked[]> {
	return questionsOf(db, await turnsSaid(db, { cohortId }, since));
}

/** Each conversation by itself; in the main line of a room each who asks. */
async function questionsOf(db: Queryable, turns: TurnRow[]): Promise<Asked[]> {
	const conversations = Map.groupBy(turns, ({ roomId, thread }) => `${roomId}:${thread}`);
	const waivers = await waiversIn(db, unique(turns.map(({ roomId }) => roomId)));
	const strands = [...conversations.values()].flatMap((all) => (all[0]?.thread === 0 ? byAsker(all) : [all]));

	return strands.flatMap((all) => {
		const asked = all.filter(({ by }) => by === 'intern');
		const [first] = asked;
		if (!first) return [];
		const { roomId, cohortId, kind } = first;
		const places = (waivers.get(roomId) ?? []).filter((place) => asked.some(({ seq }) => seq === place));
		return questionsIn(all, places).map((question) => {
			const own = asked.filter(({ seq }) => seq >= question.seq && seq <= question.lastSeq);
			return { ...question, roomId, cohortId, kind, turns: own };
		});
	});
}

function unique(ids: string[]): string[] {
	return [...new Set(ids)];
}
