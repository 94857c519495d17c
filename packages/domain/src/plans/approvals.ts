import type { RegulationPlan } from '../regulations/index.ts';

export const APPROVAL_KINDS = ['approval', 'agreement'] as const;
/** «УТВЕРЖДАЮ» and «СОГЛАСОВАНО». */
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/**
 * What stands between the leader's signature and a plan in force (R56, R57). `silent`: the source does not say whether
 * it is needed, so people are asked and nobody waits. `by` is the source's words; null when it does not say who.
 */
export type ApprovalStep = { kind: ApprovalKind; need: 'required' | 'silent'; by: string | null };

type Plan = Pick<RegulationPlan, 'approved' | 'approved_by' | 'agreed_with'>;

/** The steps of a profile, in the order of papers: it is agreed first, and approved at the end. */
export function approvalSteps({ approved, approved_by, agreed_with }: Plan): ApprovalStep[] {
	return [
		...(agreed_with ? [{ kind: 'agreement', need: 'required', by: agreed_with } as const] : []),
		...(approved === false
			? []
			: [
					{
						kind: 'approval',
						need: approved === true ? 'required' : 'silent',
						by: approved_by ?? null
					} as const
				])
	];
}

/** Required steps that nobody has done. The plan is in force when there is none, and the leader has signed it. */
export function stepsAhead(plan: Plan, done: readonly ApprovalKind[]): ApprovalStep[] {
	return approvalSteps(plan).filter(({ kind, need }) => need === 'required' && !done.includes(kind));
}
