/** Where a day stands between two others, from 0 to 100; days outside stand at the ends. */
export function shareOf(day: string, from: string, to: string): number {
	const [at, start, end] = [day, from, to].map((one) => Date.parse(one));
	if (at === undefined || start === undefined || end === undefined || end <= start) return 0;

	return Math.min(Math.max(((at - start) / (end - start)) * 100, 0), 100);
}
