/**
 * A lane for each of the places on a line of time (shares of a hundred, in their order), so that no two marks of one lane
 * stand closer than `least`: the first lane that has room.
 */
export function lanesOf(shares: readonly number[], least: number): number[] {
	const last: number[] = [];
	return shares.map((share) => {
		const free = last.findIndex((before) => Math.abs(share - before) >= least);
		const lane = free === -1 ? last.length : free;
		last[lane] = share;
		return lane;
	});
}
