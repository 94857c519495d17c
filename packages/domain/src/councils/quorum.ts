/** Which share of its members a council needs to decide; what the act does not tell is more than half. */
export const QUORUMS = ['more_than_half', 'two_thirds', 'three_quarters', 'all'] as const;
export type Quorum = (typeof QUORUMS)[number];

/** `strict`: more than the share, and not just as many. */
const SHARE: Record<Quorum, { part: number; of: number; strict: boolean }> = {
	more_than_half: { part: 1, of: 2, strict: true },
	two_thirds: { part: 2, of: 3, strict: false },
	three_quarters: { part: 3, of: 4, strict: false },
	all: { part: 1, of: 1, strict: false }
};

/** How many of so many members must be there; an empty council never has a quorum. */
export function neededFor(quorum: Quorum, members: number): number {
	const { part, of, strict } = SHARE[quorum];
	const share = members * part;
	return Math.max(1, strict ? Math.floor(share / of) + 1 : Math.ceil(share / of));
}

export function hasQuorum(
	quorum: Quorum,
	{ members, present }: { members: number; present: number }
): boolean {
	return present >= neededFor(quorum, members);
}
