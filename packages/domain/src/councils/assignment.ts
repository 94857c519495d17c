import { allocate, type Pair } from '../matching/index.ts';
import type { Standing } from './conflicts.ts';

/** One member of a council before one application. */
export type Stance = { application: string; reviewer: string; standing: Standing };

export type AssignmentInput = {
	applications: readonly string[];
	reviewers: readonly string[];
	/** Pairs that are not named are undeclared. */
	stances: readonly Stance[];
	/** Reviews that each application should get. */
	perApplication: number;
	/** What is given already: it stays and counts. */
	fixed?: readonly Pair[];
	seed: number;
};

/** Why an application lacks reviewers: of all members, so many are in conflict and so many have said nothing. */
export type Shortage = {
	application: string;
	missing: number;
	free: number;
	conflicts: number;
	undeclared: number;
};

export type Assignment = {
	pairs: { application: string; reviewer: string }[];
	loads: { reviewer: string; count: number }[];
	/** Empty when every application has its number. */
	short: Shortage[];
};

/**
 * Gives applications to reviewers: as many as each should get, loads within one wherever the declarations let them,
 * and nobody who is in conflict or has not declared. The same seed and input give the same assignment.
 */
export function assignReviewers(input: AssignmentInput): Assignment {
	const { applications, reviewers, stances, perApplication, fixed = [], seed } = input;
	const standing = new Map(stances.map((one) => [keyOf(one.reviewer, one.application), one.standing]));
	const standingFor = (reviewer: string, application: string) =>
		standing.get(keyOf(reviewer, application)) ?? 'undeclared';
	const forbidden = applications.flatMap((work) =>
		reviewers
			.filter((reviewer) => standingFor(reviewer, work) !== 'free')
			.map((reviewer) => ({ reviewer, work }))
	);

	const found = allocate({
		works: applications.map((id) => ({ id, author: '', organisation: null })),
		reviewers: reviewers.map((id) => ({ id, organisation: null })),
		perWork: perApplication,
		seed,
		excludeSameOrganisation: false,
		relax: { loads: true },
		forbidden,
		fixed
	});

	return {
		pairs: found.pairs.map(({ reviewer, work }) => ({ application: work, reviewer })),
		loads: reviewers.map((reviewer) => ({
			reviewer,
			count: found.pairs.filter((pair) => pair.reviewer === reviewer).length
		})),
		short: found.short.map(({ work, missing }) => ({
			application: work,
			missing,
			...tally(reviewers.map((reviewer) => standingFor(reviewer, work)))
		}))
	};
}

/** Members of one council before one application: who sits, and who holds a slot of the round that is open now. */
export type Round = {
	perApplication: number;
	sitting: readonly { id: string; standing: Standing }[];
	assigned: readonly string[];
};

/**
 * What an open round lacks when everybody who is free takes a slot; null when it lacks nobody. What is not given out yet
 * is no shortage while there is somebody to give it to.
 */
export function shortageOf({
	perApplication,
	sitting,
	assigned
}: Round): Omit<Shortage, 'application'> | null {
	const missing = perApplication - assigned.length - freeFor({ sitting, assigned }).length;
	return missing > 0 ? { missing, ...tally(sitting.map(({ standing }) => standing)) } : null;
}

/** Whether a round has slots to give out and somebody to take one. */
export function hasToAssign(round: Round): boolean {
	return round.assigned.length < round.perApplication && freeFor(round).length > 0;
}

function freeFor({ sitting, assigned }: Omit<Round, 'perApplication'>) {
	return sitting.filter(({ id, standing }) => standing === 'free' && !assigned.includes(id));
}

function tally(standings: readonly Standing[]) {
	const count = (wanted: Standing) => standings.filter((standing) => standing === wanted).length;
	return { free: count('free'), conflicts: count('conflict'), undeclared: count('undeclared') };
}

function keyOf(reviewer: string, application: string): string {
	return `${reviewer} ${application}`;
}
