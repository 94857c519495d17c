/** A cell of a list of whole numbers that is known to be there. */
export function at(list: Int32Array, place: number): number {
	return list[place] as number;
}

/** Raises a cell and answers what it holds now. */
export function add(list: Int32Array, place: number, much: number): number {
	const value = at(list, place) + much;
	list[place] = value;
	return value;
}
