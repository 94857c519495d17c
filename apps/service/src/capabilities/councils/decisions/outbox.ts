import type { DecisionLetter, ToldDecision } from '@stazhirovka/contract/councils';
import type { Database, Tx } from '@stazhirovka/db';
import { shortName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { keptRegions } from '../../regulations/index.ts';
import { keeps } from '../access.ts';
import { remarksOf } from './remarks.ts';
import { lettersById, releasedLetters, toldAbout, waitingLetters, type LetterRow } from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor'>;

const MOST_RELEASED = 100;

/** The door to letters: all of them in regions that the person keeps, or none is there. */
export async function enterLetters(
	db: Database | Tx,
	{ actor }: Pick<Ctx, 'actor'>,
	ids: string[]
): Promise<LetterRow[]> {
	const rows = await lettersById(db, ids);
	const all =
		rows.length === ids.length && rows.every(({ application }) => keeps(actor, application.regionId));
	return all ? rows : missing('decision_letter');
}

/** What waits to be told in the regions that the person keeps, and what was told last. */
export async function listLetters({ db, actor }: Reading): Promise<DecisionLetter[]> {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const [waiting, released] = await Promise.all([
		waitingLetters(db, regionIds),
		releasedLetters(db, regionIds, MOST_RELEASED)
	]);
	return [...waiting, ...released].map(toLetter);
}

export async function readLetter(ctx: Reading, id: string): Promise<DecisionLetter> {
	const [row] = await enterLetters(ctx.db, ctx, [id]);
	return row ? toLetter(row) : missing('decision_letter');
}

/** What the author of an application was told; nothing for anybody else. */
export async function listMyLetters({ db, actor }: Reading, applicationId: string): Promise<ToldDecision[]> {
	const rows = await toldAbout(db, applicationId, actor.personId);
	const remarksIn = await remarksOf(db, rows.length ? applicationId : null);
	return rows.map(({ id, subject, text, releasedAt, ...letter }) => ({
		...{ id, subject, text },
		releasedAt: releasedAt?.toISOString() ?? null,
		remarks: remarksIn(letter)
	}));
}

function toLetter({ letter, application, person }: LetterRow): DecisionLetter {
	const { id, kind, result, subject, text, revision, preparedAt, releasedAt } = letter;
	return {
		...{ id, kind, result, subject, text, revision },
		application: { id: application.id, title: application.title },
		to: { name: shortName(person), email: person.email },
		preparedAt: preparedAt.toISOString(),
		releasedAt: releasedAt?.toISOString() ?? null
	};
}
