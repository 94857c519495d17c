import type { CouncilMember } from './composition.ts';
import { presiding } from './composition.ts';

export const VOTES = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

/** More for than against, or more than half of those who may vote. */
export const MAJORITIES = ['of_votes', 'of_present'] as const;
export type Majority = (typeof MAJORITIES)[number];

export type VotingRules = {
	majority: Majority;
	/** Whether the vote of the one who presides decides when the others are equal. */
	castingVote: boolean;
};

type Sitting = Pick<CouncilMember, 'personId' | 'role'>;

/** Members who may vote on an item: present and without a conflict in it. */
export function votersOf<M extends Sitting>(
	members: readonly M[],
	{ present, barred }: { present: readonly string[]; barred: readonly string[] }
): M[] {
	return members.filter(({ personId }) => present.includes(personId) && !barred.includes(personId));
}

export type Tally = {
	for: number;
	against: number;
	abstain: number;
	/** Voters who have not voted yet. */
	silent: number;
	/** Null while it is even and nobody's vote decides: the item is put off. */
	outcome: 'for' | 'against' | null;
	/** Whether the vote of the one who presides decided. */
	cast: boolean;
};

/** Counts the votes of those who may vote; a vote of anybody else counts for nothing. */
export function tally(
	voters: readonly Sitting[],
	votes: Readonly<Record<string, Vote>>,
	{ majority, castingVote }: VotingRules
): Tally {
	const given = voters.map(({ personId }) => votes[personId]);
	const count = (vote: Vote | undefined) => given.filter((one) => one === vote).length;
	const counted = {
		for: count('for'),
		against: count('against'),
		abstain: count('abstain'),
		silent: count(undefined)
	};
	const against = majority === 'of_votes' ? counted.against : voters.length - counted.for;
	if (counted.for !== against)
		return { ...counted, outcome: counted.for > against ? 'for' : 'against', cast: false };

	const head = castingVote ? presiding(voters, () => true) : null;
	const decides = head === null ? undefined : votes[head];
	const outcome = decides === 'for' || decides === 'against' ? decides : null;
	return { ...counted, outcome, cast: outcome !== null };
}
