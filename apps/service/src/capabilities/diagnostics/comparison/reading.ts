import type { CohortComparison, DiagnosisComparison } from '@stazhirovka/contract/diagnostics';
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
import { repetitionsIn } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** What changed for one intern, by the rules of the programme: decisions of the tutor stay out of it. */
export async function readComparison({ db, actor }: Reader, id: string): Promise<DiagnosisComparison> {
	const enrolment = await enterEnrolment(db, actor, id, 'intern', 'tutor');
	const [card, situation, person] = await Promise.all([
		findCard(db, enrolment.id),
		situationOf(db, enrolment, 'exit'),
		personNamed(db, enrolment.personId)
	]);
	const { rows, createdAt } = card ?? missing('deficit_card');
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

/** What changed in a cohort, for those who run or lead it. The first repetition of each that gave a card is counted. */
export async function readCohortComparison({ db, actor }: Reader, id: string): Promise<CohortComparison> {
	const cohort = await enterCohort(db, actor, id, 'tutor', 'leader');
	const [programme, rules, sent] = await Promise.all([
		loadProgramme(db, cohort.programmeVersionId),
		rulesOf(db, cohort.cohortId),
		repetitionsIn(db, cohort.cohortId)
	]);
	const pairs = new Map<string, Pair>();
	for (const { enrolmentId, rows, answer } of sent) {
		const after = deficitCard(programme.rules.diagnostic, answer);
		if (after.built && !pairs.has(enrolmentId)) pairs.set(enrolmentId, { before: rows, after: after.rows });
	}
	const { counted, rows } = groupChange(programme.rules.diagnostic.deficits, [...pairs.values()]);

	return {
		cohort: { id: cohort.cohortId, title: cohort.cohortTitle },
		open: rules.exit,
		repeated: pairs.size,
		counted,
		threshold: GROUP,
		rows: rows?.map((row) => ({ ...row, title: titleOf(programme, row.deficit) })) ?? null
	};
}

function titleOf({ document }: FrozenProgramme, deficit: string): string {
	return document.deficits.find(({ key }) => key === deficit)?.title ?? deficit;
}

function labelled({ document }: FrozenProgramme, point: Point) {
	const { levels } = document.diagnostic.scoring;
	return { ...point, label: levels.find(({ key }) => key === point.level)?.label ?? point.level };
}
