import type { CohortComparison, DiagnosisComparison } from '@stazhirovka/contract/diagnostics';
import type { Database, Tx } from '@stazhirovka/db';
import {
	compareCards,
	countingAttempt,
	deficitCard,
	GROUP,
	groupChange,
	type Pair,
	type Point
} from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterCohort, enterEnrolment, toPerson } from '../../cohorts/index.ts';
import { loadProgramme, type FrozenProgramme } from '../../programmes/index.ts';
import { personNamed } from '../attempts/queries.ts';
import { rulesOf, situationOf } from '../attempts/situation.ts';
import { findCard } from '../store.ts';
import { cardsIn, repetitionsIn } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** What changed for one intern, by the rules of the programme: decisions of the tutor stay out of it. */
export async function readComparison(reader: Reader, id: string): Promise<DiagnosisComparison> {
	return (await seekComparison(reader, id)) ?? missing('deficit_card');
}

/** The same; undefined where there is no card yet. */
export async function seekComparison(
	{ db, actor }: Reader,
	id: string
): Promise<DiagnosisComparison | undefined> {
	const enrolment = await enterEnrolment(db, actor, id, 'intern', 'tutor');
	const [card, situation, person] = await Promise.all([
		findCard(db, enrolment.id),
		situationOf(db, enrolment, 'exit'),
		personNamed(db, enrolment.personId)
	]);
	if (!card) return undefined;
	const { rows, createdAt } = card;
	const { programme, rules, taken } = situation;
	const outcomes = taken.flatMap(({ number, finishedAt, answer }) => {
		if (!finishedAt) return [];
		const built = deficitCard(programme.rules.diagnostic, answer);
		return [{ number, finishedAt, rows: built.built ? built.rows : null }];
	});
	const after = countingAttempt(outcomes, rules);

	return {
		intern: toPerson(person ?? missing('enrolment')),
		beforeAt: createdAt.toISOString(),
		afterAt: after?.finishedAt.toISOString() ?? null,
		rows: compareCards(rows, after?.rows ?? null).map((change) => ({
			...change,
			title: titleOf(programme, change.deficit),
			before: labelled(programme, change.before),
			after: change.after && labelled(programme, change.after)
		}))
	};
}

/** What changed in a cohort, for those who run or lead it. */
export async function readCohortComparison({ db, actor }: Reader, id: string): Promise<CohortComparison> {
	const cohort = await enterCohort(db, actor, id, 'tutor', 'leader');
	const [programme, rules] = await Promise.all([
		loadProgramme(db, cohort.programmeVersionId),
		rulesOf(db, cohort.cohortId)
	]);
	const cards = await cardPairs(db, cohort.cohortId, programme);
	const { counted, rows } = groupChange(programme.rules.diagnostic.deficits, cards);

	return {
		cohort: { id: cohort.cohortId, title: cohort.cohortTitle },
		open: rules.exit,
		repeated: cards.filter(({ after }) => after !== null).length,
		counted,
		threshold: GROUP,
		rows: rows?.map((row) => ({ ...row, title: titleOf(programme, row.deficit) })) ?? null
	};
}

/** Every card of a cohort in its order, with the first repetition that gave a card, by the same scoring. */
export async function cardPairs(
	db: Database | Tx,
	cohortId: string,
	{ rules }: Pick<FrozenProgramme, 'rules'>
): Promise<(Pair & { enrolmentId: string })[]> {
	const [cards, sent] = await Promise.all([cardsIn(db, cohortId), repetitionsIn(db, cohortId)]);
	const after = new Map<string, Pair['after']>();
	for (const { enrolmentId, answer } of sent) {
		const card = deficitCard(rules.diagnostic, answer);
		if (card.built && !after.has(enrolmentId)) after.set(enrolmentId, card.rows);
	}
	return cards.map(({ enrolmentId, rows }) => ({
		...{ enrolmentId, before: rows },
		after: after.get(enrolmentId) ?? null
	}));
}

function titleOf({ document }: FrozenProgramme, deficit: string): string {
	return document.deficits.find(({ key }) => key === deficit)?.title ?? deficit;
}

function labelled({ document }: FrozenProgramme, point: Point) {
	const { levels } = document.diagnostic.scoring;
	return { ...point, label: levels.find(({ key }) => key === point.level)?.label ?? point.level };
}
