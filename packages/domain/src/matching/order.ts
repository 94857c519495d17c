import { at } from './cells.ts';
import { shuffle, type Random } from './random.ts';

type Named = { id: string };

/**
 * Rows in an order that depends on their ids and on chance, and not on how they came. `settled` are the rows sorted by
 * id; `place` tells where among them each drawn row stands, `sorted` where among the drawn ones each settled row does.
 */
export type Drawn<T> = { rows: T[]; settled: readonly T[]; place: Int32Array; sorted: Int32Array };

export function drawn<T extends Named>(random: Random, rows: readonly T[]): Drawn<T> {
	const settled = isSorted(rows) ? rows : rows.toSorted(byId);
	const place = new Int32Array(rows.length);
	for (let one = 0; one < place.length; one++) place[one] = one;
	shuffle(random, place);

	const sorted = new Int32Array(rows.length);
	for (let one = 0; one < place.length; one++) sorted[at(place, one)] = one;
	return { rows: Array.from(place, (one) => settled[one] as T), settled, place, sorted };
}

/** A number for each drawn row; the rows are read in their settled order, as they lie in memory. */
export function numbersOf<T>({ settled, sorted }: Drawn<T>, number: (row: T) => number): Int32Array {
	const numbers = new Int32Array(sorted.length);
	for (let one = 0; one < sorted.length; one++) numbers[at(sorted, one)] = number(settled[one] as T);
	return numbers;
}

/** Where among the drawn rows each id stands. */
export function placesOf({ settled, sorted }: Drawn<Named>): Map<string, number> {
	const places = new Map<string, number>();
	for (let one = 0; one < sorted.length; one++) places.set((settled[one] as Named).id, at(sorted, one));
	return places;
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
