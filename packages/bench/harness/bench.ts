import type { Goal } from './report.ts';
import type { Contender } from './rounds.ts';

/** A comparison, ready to be measured. `close` ends everything that it started. */
export type Prepared = {
	contenders: Contender[];
	goals: Goal[];
	/** Processes beside our own descendants whose work is ours: a database server. */
	roots?: number[];
	close(): Promise<void>;
};

/** `quick`: less of what takes long will do. */
export type Bench = { name: string; job: string; prepare(how: { quick: boolean }): Promise<Prepared> };
