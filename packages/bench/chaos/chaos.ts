/** What a run found: figures, and whether the promise was kept. */
export type Outcome = Record<string, unknown> & { kept: boolean };

/** One kind of fault. `random` decides everything that chance decides; `part` of 1 is the whole run. */
export type Chaos = {
	name: string;
	promise: string;
	run(random: () => number, part: number): Promise<Outcome>;
};

/** Of so many, the part that is wanted, at least one. */
export function share(count: number, part: number): number {
	return Math.max(1, Math.round(count * part));
}
