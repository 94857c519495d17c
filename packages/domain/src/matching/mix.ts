import { at } from './cells.ts';
import { areColleagues, NOBODY } from './problem.ts';
import { below, type Random } from './random.ts';
import { exchange, fits, makesCouple, type Seats } from './seats.ts';

/** What an exchange must not make worse, in parts of the dearest: couples; reviewers of one work from one organisation. */
const COUPLE = 4;
const SAME_SCHOOL = 1;
/** How readily something is made worse at first; less and less so: it leads out of dead ends. */
const BOLDNESS = 0.7;

/**
 * Random exchanges: they make every allowed arrangement likely, take couples out and give a work reviewers from
 * different organisations. Loads and numbers stay, and no colleagues are added.
 */
export function mix(seats: Seats, random: Random, steps: number) {
	const count = seats.reviewer.length;

	for (let step = 0; step < steps && count > 1; step++) {
		const [one, other] = [below(random, count), below(random, count)];
		if (!mayExchange(seats, one, other)) continue;

		const before = costOf(seats, one) + costOf(seats, other);
		exchange(seats, one, other);
		const worse = costOf(seats, one) + costOf(seats, other) - before;
		if (worse > 0 && random() >= (BOLDNESS * (1 - step / steps)) ** worse) exchange(seats, one, other);
	}
}

/** Whether two seats may exchange their reviewers, so that no rule is broken and no colleagues are added. */
export function mayExchange(seats: Seats, one: number, other: number): boolean {
	const { problem, reviewer, work } = seats;
	const [first, second] = [at(reviewer, one), at(reviewer, other)];
	if (first === NOBODY || second === NOBODY || first === second) return false;
	if (at(work, one) === at(work, other)) return false;

	const had = colleague(seats, first, one) + colleague(seats, second, other);
	if (colleague(seats, second, one) + colleague(seats, first, other) > had) return false;
	const allowed = problem.relax.colleagues === 'other_group' ? false : had > 0;
	return fits(seats, one, second, allowed) && fits(seats, other, first, allowed);
}

function colleague({ problem, work }: Seats, who: number, seat: number): number {
	return areColleagues(problem, who, at(work, seat)) ? 1 : 0;
}

function costOf(seats: Seats, seat: number): number {
	return (makesCouple(seats, seat) ? COUPLE : 0) + (hasNeighbour(seats, seat) ? SAME_SCHOOL : 0);
}

/** Whether another reviewer of the same work is from the same organisation. */
function hasNeighbour({ problem, from, work, reviewer }: Seats, seat: number): boolean {
	const { organisations } = problem;
	const own = at(organisations.reviewer, at(reviewer, seat));
	const of = at(work, seat);
	if (own === NOBODY) return false;

	for (let other = at(from, of); other < at(from, of + 1); other++) {
		const who = at(reviewer, other);
		if (other !== seat && who !== NOBODY && at(organisations.reviewer, who) === own) return true;
	}
	return false;
}
