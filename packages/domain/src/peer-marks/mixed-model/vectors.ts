/** A value of a place that exists: loops over typed arrays never leave them. */
export function at(list: Float64Array | Int32Array, place: number): number {
	return list[place] as number;
}

export function dot(one: Float64Array, other: Float64Array): number {
	let sum = 0;
	for (let place = 0; place < one.length; place++) sum += at(one, place) * at(other, place);
	return sum;
}
