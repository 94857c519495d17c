import { othersDuring } from './noise.ts';
import type { Measures } from './statistics.ts';
import { within } from './within.ts';

/** One side of a comparison. `run` measures it once. */
export type Contender = { name: string; run(): Promise<Measures> };

export type Rounds = {
	/** For each contender what it showed in the rounds that count. */
	shown: Map<string, Measures[]>;
	/** The share of the machine that others took, round by round that counts. */
	others: number[];
	discarded: number;
	/** True when too few quiet rounds were found, and noisy ones stand for them. */
	noisy: boolean;
};

const LEAST = 5;
const MOST_TRIES = 14;
const LONGEST_MILLISECONDS = 240_000;
const LONGEST_RUN_MILLISECONDS = 180_000;
const LOUDEST = 0.25;

type Round = { others: number; measures: [string, Measures][] };

/**
 * Each round measures all contenders, one after another, beginning with another one each time. A round in which others
 * took more than a quarter of the machine does not count; when the machine is never quiet the quietest ones do.
 */
export async function interleave(
	contenders: Contender[],
	roots: () => number[],
	{ rounds = LEAST, loudest = LOUDEST } = {}
): Promise<Rounds> {
	const tried: Round[] = [];
	const quiet = () => tried.filter(({ others }) => !(others > loudest));
	const end = performance.now() + LONGEST_MILLISECONDS;
	await measure(contenders, 0, roots);
	while (quiet().length < rounds && tried.length < MOST_TRIES) {
		if (tried.length >= rounds && performance.now() > end) break;
		const round = await measure(contenders, tried.length, roots);
		tried.push(round);
		console.error(
			`round ${tried.length}: others take ${Math.round(round.others * 100)} % of the machine${round.others > loudest ? ', does not count' : ''}`
		);
	}
	const noisy = quiet().length < rounds;
	const kept = noisy ? tried.toSorted((a, b) => a.others - b.others).slice(0, rounds) : quiet();

	const shown = new Map(contenders.map(({ name }) => [name, [] as Measures[]]));
	for (const { measures } of kept) for (const [name, values] of measures) shown.get(name)?.push(values);
	return { shown, others: kept.map(({ others }) => others), discarded: tried.length - kept.length, noisy };
}

async function measure(contenders: Contender[], turn: number, roots: () => number[]): Promise<Round> {
	const first = turn % contenders.length;
	const order = [...contenders.slice(first), ...contenders.slice(0, first)];
	const { value, others } = await othersDuring(roots, async () => {
		const measures: [string, Measures][] = [];
		for (const { name, run } of order) measures.push([name, await within(LONGEST_RUN_MILLISECONDS, run())]);
		return measures;
	});
	return { others, measures: value };
}
