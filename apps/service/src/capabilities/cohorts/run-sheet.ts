import type { RunSheet } from '@stazhirovka/contract/cohorts';
import type { Tx } from '@stazhirovka/db';
import { activityKit, startOffsets } from '@stazhirovka/domain/cohorts';
import { understanding } from '@stazhirovka/domain/diagnostics';
import type { Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../shell/context.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { enterCohort } from './access.ts';
import { firstModule, formsOf, toMaterial } from './first-module.ts';
import { readCohort } from './reading.ts';
import { cardsOf, heldRows, internsOf, type CardRow } from './run-sheet-queries.ts';
import { toPerson } from './view.ts';

const CORRELATION = 'correlation_card';

/** The run sheet of module 1 with the reader's own interns (R82, R85, R97): another tutor's are not shown. */
export async function readRunSheet(ctx: Pick<Ctx, 'db' | 'actor'>, cohortId: string): Promise<RunSheet> {
	const { db, actor } = ctx;
	const { programmeVersionId } = await enterCohort(db, actor, cohortId, 'tutor');
	const programme = await loadProgramme(db, programmeVersionId);
	const [cohort, interns, held] = await Promise.all([
		readCohort(ctx, cohortId, 'tutor'),
		internsOf(db, cohortId, actor.personId),
		heldRows(db, cohortId)
	]);
	const enrolmentIds = interns.map(({ enrolmentId }) => enrolmentId);
	const cards = await cardsOf(db, { cohortId, enrolmentIds, withAnswer: CORRELATION });

	return {
		cohort,
		minutes: firstModule(programme.document).minutes,
		rows: rowsOf(programme, held, cards),
		interns: interns.map((intern) => toIntern(intern, programme, cards)),
		understandingLevels: programme.rules.understanding?.levels.map(({ label }) => label) ?? []
	};
}

function rowsOf(programme: FrozenProgramme, held: Awaited<ReturnType<typeof heldRows>>, cards: CardRow[]) {
	const { activities } = firstModule(programme.document);
	const starts = startOffsets(activities);

	return activities.map((activity, place) => ({
		key: activity.key,
		n: activity.n,
		title: activity.title,
		minutes: activity.minutes,
		startsAfter: starts[place] ?? 0,
		heldAt: held.find(({ activityKey }) => activityKey === activity.key)?.markedAt.toISOString() ?? null,
		materials: activityKit(programme.document, activity).materials.map(toMaterial),
		forms: formsOf(programme, activity).map(({ key, title, group }) => ({
			...{ key, title, group },
			submitted: countIn(cards, { key, group })
		}))
	}));
}

/** How many interns have handed the card in; for a card of the group whether there is one. */
function countIn(cards: CardRow[], { key, group }: { key: string; group: boolean }): number {
	const given = cards.filter(
		(card) => card.key === key && (group ? card.enrolmentId === null : card.submittedAt)
	);
	return new Set(given.map(({ enrolmentId }) => enrolmentId)).size;
}

type Intern = Awaited<ReturnType<typeof internsOf>>[number];

function toIntern(intern: Intern, { rules }: FrozenProgramme, cards: CardRow[]): RunSheet['interns'][number] {
	const own = handedIn(cards, intern.enrolmentId);
	const correlation = own.find(({ key }) => key === CORRELATION);

	return {
		enrolmentId: intern.enrolmentId,
		person: toPerson(intern.person),
		attended: intern.attendedOn !== null,
		suggested: suggestion(rules, correlation),
		understanding: intern.level === null ? null : { level: intern.level, note: intern.note },
		filled: [...new Set(own.map(({ key }) => key))]
	};
}

/** The level that the programme's key gives for a card (R85); `null` without a key or a card. */
function suggestion({ understanding: rules }: FrozenProgramme['rules'], card: CardRow | undefined) {
	if (!rules || !card) return null;
	const { level, ...points } = understanding(rules, (card.answer as Answer).matrix);
	return { ...points, level: level ?? '' };
}

/** The same for one intern: what the tutor's mark is compared with later. */
export async function suggestedFor(
	tx: Tx,
	{ rules }: FrozenProgramme,
	{ cohortId, id }: { cohortId: string; id: string }
) {
	const cards = await cardsOf(tx, { cohortId, enrolmentIds: [id], withAnswer: CORRELATION });
	return suggestion(
		rules,
		handedIn(cards, id).find(({ key }) => key === CORRELATION)
	);
}

function handedIn(cards: CardRow[], enrolmentId: string): CardRow[] {
	return cards.filter((card) => card.enrolmentId === enrolmentId && card.submittedAt !== null);
}
