import { at } from './cells.ts';
import { shuffle, type Random } from './random.ts';

type Named = { id: string };

/**
 * Rows in an order that depends on their ids and on chance, and not on how they came. `place` tells where each stands
 * when they are sorted by id, `sorted` the other way round.
 */
export type Drawn<T> = { rows: T[]; place: Int32Array; sorted: Int32Array };

export function drawn<T extends Named>(random: Random, rows: readonly T[]): Drawn<T> {
	const settled = isSorted(rows) ? rows : rows.toSorted(byId);
	const place = new Int32Array(rows.length);
	for (let one = 0; one < place.length; one++) place[one] = one;
	shuffle(random, place);

	const sorted = new Int32Array(rows.length);
	for (let one = 0; one < place.length; one++) sorted[at(place, one)] = one;
	return { rows: Array.from(place, (one) => settled[one] as T), place, sorted };
}

function isSorted(rows: readonly Named[]): boolean {
	for (let one = 1; one < rows.length; one++) {
		if ((rows[one - 1] as Named).id > (rows[one] as Named).id) return false;
	}
	return true;
}

function byId(one: Named, other: Named): number {
	return one.id < other.id ? -1 : 1;
}
