import { at } from './cells.ts';
import { NOBODY, type Problem } from './problem.ts';
import { shuffle, type Random } from './random.ts';

/**
 * The reviewers that a search has not come to, by organisation, so that a whole organisation is passed over at once.
 * The last organisation is the one of those who have none.
 */
export type Unseen = {
	organisation: Int32Array;
	members: Int32Array;
	from: Int32Array;
	place: Int32Array;
	/** How many of each organisation are unseen: they stand first among its members. */
	left: Int32Array;
	/** Organisations with somebody unseen, `open` of them. */
	organisations: Int32Array;
	open: number;
};

export function unseenOf({ organisations, load }: Problem, random: Random): Unseen {
	const count = organisations.count + 1;
	const organisation = organisations.reviewer.map((own) => (own === NOBODY ? count - 1 : own));
	const members = shuffle(
		random,
		Int32Array.from(load, (_, reviewer) => reviewer)
	);
	members.sort((one, other) => at(organisation, one) - at(organisation, other));

	const from = new Int32Array(count + 1);
	for (const own of organisation) from[own + 1] = at(from, own + 1) + 1;
	for (let one = 0; one < count; one++) from[one + 1] = at(from, one + 1) + at(from, one);
	const place = new Int32Array(load.length);
	members.forEach((reviewer, where) => (place[reviewer] = where));

	return {
		...{ organisation, members, from, place },
		left: new Int32Array(count),
		organisations: new Int32Array(count),
		open: 0
	};
}

/** Everybody is unseen again. */
export function forget(unseen: Unseen) {
	const { from, left, organisations } = unseen;
	unseen.open = 0;
	for (let one = 0; one < left.length; one++) {
		left[one] = at(from, one + 1) - at(from, one);
		if (at(left, one) > 0) organisations[unseen.open++] = one;
	}
}

export function isUnseen({ organisation, from, place, left }: Unseen, reviewer: number): boolean {
	const own = at(organisation, reviewer);
	return at(place, reviewer) < at(from, own) + at(left, own);
}

/** Moves the reviewer behind those of the organisation who are unseen. */
export function see({ organisation, members, from, place, left }: Unseen, reviewer: number) {
	const own = at(organisation, reviewer);
	const last = at(from, own) + at(left, own) - 1;
	const [where, moved] = [at(place, reviewer), at(members, last)];
	members[where] = moved;
	place[moved] = where;
	members[last] = reviewer;
	place[reviewer] = last;
	left[own] = at(left, own) - 1;
}
