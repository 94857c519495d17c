import type { Database, Tx } from '@stazhirovka/db';
import {
	endOf,
	NO_ALLOWANCE,
	NO_LIMITS,
	readOccasion,
	type Allowance,
	type AttemptRules,
	type DiagnosisStage
} from '@stazhirovka/domain/diagnostics';
import type { Answer } from '@stazhirovka/domain/forms';
import type { EnrolmentFacts } from '../../cohorts/index.ts';
import { answersAt, sheetOf } from '../../forms/index.ts';
import { loadProgramme, type FrozenProgramme } from '../../programmes/index.ts';
import * as store from './store.ts';

/** One attempt with its sheet; without `row` it is a first one that was begun by nothing but the first saved answer. */
export type Taken = {
	number: number;
	occasion: string;
	row: store.AttemptRow | null;
	endsAt: Date | null;
	finishedAt: Date | null;
	answer: Answer;
};

export type Situation = {
	programme: FrozenProgramme;
	rules: AttemptRules;
	allowance: store.AllowanceRow | null;
	extra: Allowance;
	/** By their numbers. */
	taken: Taken[];
	open: Taken | null;
};

type Owner = Pick<EnrolmentFacts, 'id' | 'cohortId' | 'programmeVersionId'>;

/** All attempts of one intern at one stage, as they stand. */
export async function situationOf(
	db: Database | Tx,
	owner: Owner,
	stage: DiagnosisStage
): Promise<Situation> {
	const programme = await loadProgramme(db, owner.programmeVersionId);
	const { slot } = sheetOf(programme, 'diagnostic', { cohortId: owner.cohortId, enrolmentId: owner.id });
	const [rules, allowance, rows, sheets] = await Promise.all([
		rulesOf(db, owner.cohortId),
		store.findAllowance(db, owner.id),
		store.findAttempts(db, owner.id),
		answersAt(db, slot)
	]);
	const extra = allowance ?? NO_ALLOWANCE;
	const occasions = new Set([...rows, ...sheets].map(({ occasion }) => occasion));

	const taken = [...occasions].flatMap((occasion): Taken[] => {
		const found = readOccasion(occasion);
		if (found?.stage !== stage) return [];
		const row = rows.find((one) => one.occasion === occasion) ?? null;
		const sheet = sheets.find((one) => one.occasion === occasion);
		return [
			{
				number: found.number,
				occasion,
				row,
				endsAt: row && endOf(row, extra),
				finishedAt: sheet?.submittedAt ?? null,
				answer: sheet?.answer ?? {}
			}
		];
	});
	taken.sort((one, two) => one.number - two.number);
	const open = taken.find(({ finishedAt }) => !finishedAt) ?? null;
	return { programme, rules, allowance: allowance ?? null, extra, taken, open };
}

/** How a cohort takes the diagnosis; without a word of the leader as it always was. */
export async function rulesOf(db: Database | Tx, cohortId: string): Promise<AttemptRules> {
	const row = await store.findRules(db, cohortId);
	if (!row) return NO_LIMITS;
	const { minutes, attempts, counts, randomOrder, exit } = row;
	return { minutes, attempts, counts, randomOrder, exit };
}
