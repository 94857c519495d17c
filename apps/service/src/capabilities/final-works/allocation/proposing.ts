import { ALLOCATION_VERSION, planFor, verify, type Plan, type Way } from '@stazhirovka/domain/matching';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import { createHash } from 'node:crypto';
import { roundOf, type Situation } from './situation.ts';

export type Choice = { seed: number; way: Way | null; silent: string[] };
export type Drawn = { plan: Plan; inputHash: string; resultHash: string };

/**
 * The allocation of a choice as the cohort stands, checked by the independent `verify`. Null when the way leads
 * nowhere. What a reviewer has written meanwhile changes neither hash unless it changes what is given.
 */
export function draw(situation: Situation, rules: PeerRules, { seed, way, silent }: Choice): Drawn | null {
	const round = roundOf(situation, rules, seed, silent);
	const reserve = way === 'reserve' ? situation.reserve : [];
	const plan = planFor(round, reserve, way);
	if (!plan) return null;
	assertRight(plan);

	const { current, ...facts } = round;
	const pairs = current.map(({ work, reviewer }) => `${work} ${reviewer}`);
	const { pairs: given, short } = plan.allocation;
	return {
		plan,
		inputHash: hashOf({ version: ALLOCATION_VERSION, way, ...facts, pairs, reserve }),
		resultHash: hashOf({ given, short, added: plan.added, dropped: plan.dropped })
	};
}

/** Nothing is shown or written that the independent check finds a fault in. */
export function assertRight({ input, allocation }: Plan): void {
	const { faults } = verify(input, allocation);
	if (faults.length) throw new Error(`The allocation of ${input.seed} is wrong: ${JSON.stringify(faults)}`);
}

function hashOf(facts: object): string {
	return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
