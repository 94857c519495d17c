import type { PeerRules } from '../../programmes/rules.ts';
import { ok, refuse, type Result } from '../../result.ts';

export type AllocationRefusal = {
	code: 'allocation.too_few_works' | 'allocation.nothing_new';
	details: { works: number; least: number };
};

/** Whether so many works can be allocated: everybody reviews others' works, so each needs enough colleagues (R115). */
export function checkAllocation(
	rules: Pick<PeerRules, 'minReceived' | 'minGiven'>,
	{ works, fresh }: { works: number; fresh: number }
): Result<void, AllocationRefusal> {
	const least = Math.max(rules.minReceived, rules.minGiven) + 1;
	const details = { works, least };

	if (works < least) return refuse({ code: 'allocation.too_few_works', details });
	return fresh > 0 ? ok(undefined) : refuse({ code: 'allocation.nothing_new', details });
}
