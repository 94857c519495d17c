import type { CallRefusal } from '@stazhirovka/contract/client';
import { planFaults } from '@stazhirovka/domain/cohorts';
import { toldFaults } from '#lib/faults/told.ts';

type Plan = Parameters<typeof planFaults>[0];

/**
 * The refusal of a plan with everything that is wrong in it. Values that cannot be read the service tells before it
 * judges days, so what the plan says against itself is added here by the same rule, and nobody mends it in two rounds.
 */
export function refusedPlan(refusal: CallRefusal, plan: Plan): CallRefusal {
	const { code, details } = refusal.problem;
	if (!Array.isArray(details?.faults)) return refusal;
	const told = toldFaults({ problem: code, details });
	const more = planFaults(plan).filter(({ field }) => !told.some((fault) => fault.field === field));
	const problem = { ...refusal.problem, details: { ...details, faults: [...details.faults, ...more] } };
	return { ...refusal, problem };
}
