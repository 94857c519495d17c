import { at } from './cells.ts';
import { islandsOf, type Islands } from './islands.ts';
import { countCouples } from './couples.ts';
import { mayExchange } from './mix.ts';
import { NOBODY } from './problem.ts';
import { below, type Random } from './random.ts';
import { exchange, makesCouple, type Seats } from './seats.ts';

const TRIES = 64;
/** Up to so many seats every pair of them is tried. */
const FEW = 1500;

/** Joins islands by exchanges between two of them; a couple is the price only where nothing else joins them. */
export function join(seats: Seats, random: Random): Islands {
	for (let islands = islandsOf(seats); ;) {
		if (islands.count <= islands.fewest) return islands;
		const next = byChance(seats, islands, random) ?? byAll(seats, islands);
		if (!next) return islands;
		islands = next;
	}
}

function byChance(seats: Seats, islands: Islands, random: Random): Islands | null {
	for (let turn = 0; turn < TRIES; turn++) {
		const [one, other] = [below(random, islands.of.length), below(random, islands.of.length)];
		const next = joining(seats, islands, one, other);
		if (next && !makesCouple(seats, one) && !makesCouple(seats, other)) return next;
		if (next) exchange(seats, one, other);
	}
	return null;
}

function byAll(seats: Seats, islands: Islands): Islands | null {
	const count = seats.reviewer.length;
	const couples = countCouples(seats);
	let costly: [number, number] | null = null;

	for (let one = 0; one < count && count <= FEW; one++) {
		for (let other = 0; other < one; other++) {
			const next = joining(seats, islands, one, other);
			if (!next) continue;
			if (countCouples(seats) <= couples) return next;
			exchange(seats, one, other);
			costly ??= [one, other];
		}
	}
	return costly && joining(seats, islands, ...costly);
}

/** Exchanges the seats when that leaves fewer islands; else nothing is changed. */
function joining(seats: Seats, { of, count }: Islands, one: number, other: number): Islands | null {
	if (at(of, one) === at(of, other) || at(of, one) === NOBODY || at(of, other) === NOBODY) return null;
	if (!mayExchange(seats, one, other)) return null;

	exchange(seats, one, other);
	const next = islandsOf(seats);
	if (next.count < count) return next;
	exchange(seats, one, other);
	return null;
}
