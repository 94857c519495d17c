/** Marks of works by numbers: row by row, which work (0..works − 1) and what it got. */
export type MarkRows = { works: number; workOf: Int32Array; values: Float64Array };

/**
 * The median of every work at once, for whole registers; NaN for a work without marks. A middle of two is their mean,
 * never rounded.
 */
export function mediansOf({ works, workOf, values }: MarkRows): Float64Array {
	const starts = new Int32Array(works + 1);
	for (const work of workOf) starts[work + 1] = (starts[work + 1] as number) + 1;
	for (let work = 0; work < works; work++)
		starts[work + 1] = (starts[work + 1] as number) + (starts[work] as number);

	const next = starts.slice();
	const placed = new Float64Array(values.length);
	for (let row = 0; row < values.length; row++) {
		const work = workOf[row] as number;
		insert(placed, starts[work] as number, next[work] as number, values[row] as number);
		next[work] = (next[work] as number) + 1;
	}
	const medians = new Float64Array(works);
	for (let work = 0; work < works; work++)
		medians[work] = middle(placed, starts[work] as number, starts[work + 1] as number);
	return medians;
}

/** Into what is sorted already: a work has few marks, and one comes at a time. */
function insert(sorted: Float64Array, from: number, to: number, value: number): void {
	let place = to;
	while (place > from && (sorted[place - 1] as number) > value) {
		sorted[place] = sorted[place - 1] as number;
		place -= 1;
	}
	sorted[place] = value;
}

function middle(sorted: Float64Array, from: number, to: number): number {
	if (from === to) return Number.NaN;
	const [lower, upper] = [(from + to - 1) >> 1, (from + to) >> 1];
	return ((sorted[lower] as number) + (sorted[upper] as number)) / 2;
}
