import type { PeerRules } from '../programmes/rules.ts';
import { ok, refuse, type Result } from '../result.ts';

export type AllocationRefusal = {
	code: 'allocation.too_few_works' | 'allocation.nothing_new';
	details: { works: number; least: number };
};

/** Everybody reviews the works of others, so there is one work more than reviews that each must give and receive. */
export function leastWorks({ minReceived, minGiven }: Pick<PeerRules, 'minReceived' | 'minGiven'>): number {
	return Math.max(minReceived, minGiven) + 1;
}

/** Whether so many works can be allocated (R115). */
export function checkAllocation(
	rules: Pick<PeerRules, 'minReceived' | 'minGiven'>,
	{ works, fresh }: { works: number; fresh: number }
): Result<void, AllocationRefusal> {
	const least = leastWorks(rules);
	const details = { works, least };

	if (works < least) return refuse({ code: 'allocation.too_few_works', details });
	return fresh > 0 ? ok(undefined) : refuse({ code: 'allocation.nothing_new', details });
}
