type Period = { startsOn: string; endsOn: string };

/** Those periods that have a day in common with this one. Days compare as `YYYY-MM-DD`; both ends belong to a period. */
export function overlapping<T extends Period>({ startsOn, endsOn }: Period, others: readonly T[]): T[] {
	return others.filter((other) => other.startsOn <= endsOn && startsOn <= other.endsOn);
}
