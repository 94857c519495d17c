import type { Arrangement } from './arrangement.ts';
import { below } from './random.ts';

/** A swap that makes a couple is let through this often at first, and less and less: it leads out of dead ends. */
const BOLDNESS = 0.2;

/** Random exchanges: they make every allowed arrangement likely and take couples out. Loads and numbers stay. */
export function mix(arrangement: Arrangement, random: () => number) {
	const count = arrangement.pairs.length;
	const steps = Math.max(20 * count, 2000);

	for (let step = 0; step < steps && count > 1; step++) {
		const before = arrangement.reciprocal();
		const undo = arrangement.swap(below(random, count), below(random, count));
		const worse = arrangement.reciprocal() - before;

		if (undo && worse > 0 && random() >= (BOLDNESS * (1 - step / steps)) ** worse) undo();
	}
}

/** Joins islands by exchanging pairs of two of them; a couple is the price only where nothing else joins them. */
export function join(arrangement: Arrangement) {
	while (joinOnce(arrangement));
}

function joinOnce(arrangement: Arrangement): boolean {
	const { count, of } = arrangement.islands();
	const couples = arrangement.reciprocal();
	let costly: [number, number] | null = null;
	if (count < 2) return false;

	for (let one = 0; one < arrangement.pairs.length; one++) {
		for (let other = 0; other < one; other++) {
			const undo = of[one] === of[other] ? null : arrangement.swap(one, other);
			const joins = undo && arrangement.islands().count < count;
			if (joins && arrangement.reciprocal() <= couples) return true;
			if (joins) costly ??= [one, other];
			undo?.();
		}
	}
	return costly !== null && arrangement.swap(...costly) !== null;
}
