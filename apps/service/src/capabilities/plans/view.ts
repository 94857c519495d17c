import type {
	Correction,
	Execution,
	PlanRow,
	PlanStep,
	Proposal,
	RowRules
} from '@stazhirovka/contract/plans';
import { shortName } from '@stazhirovka/domain/certificates';
import {
	approvalSteps,
	deliveriesOf,
	movePlan,
	planColumns,
	rowFaults,
	rowState,
	type ApprovalKind,
	type PlanState
} from '@stazhirovka/domain/plans';
import type { EnteredPlan } from './access.ts';
import type { ExecutionFacts } from './executions-store.ts';
import type { approvalsOf } from './plans-store.ts';
import type { correctionsOf, proposalsOf, RowWithLog } from './queries.ts';

export function toRules({ profile, formats, period }: EnteredPlan): RowRules {
	const deliveries = deliveriesOf(profile);
	return { columns: planColumns(profile.plan), formats, deliveries, ...period };
}

export function toRow(
	{ row, held, bare, participants, outcome, correction }: RowWithLog,
	plan: PlanState,
	today: string
): PlanRow {
	const { id, title, format, delivery, lastDay, responsible, cells, isPublic } = row;
	const cancelled = row.cancelledAt !== null;
	return {
		...{ id, title, format, delivery, lastDay, responsible, cells, isPublic },
		from: row.fromDay,
		// Nobody waits for a report on a plan that is not in force.
		state: rowState({ lastDay: plan === 'in_force' ? lastDay : null, cancelled, held }, today),
		...{ held, bare, participants, outcome, correction }
	};
}

type ProposalRow = Awaited<ReturnType<typeof proposalsOf>>[number];

/** A proposal with what keeps it from being taken as it stands: the list of formats may have changed since. */
export function toProposal({ proposal, by }: ProposalRow, entered: EnteredPlan): Proposal {
	const { id, row, state, answer, createdAt } = proposal;
	const faults = state === 'waiting' ? rowFaults(entered, row) : [];
	return { id, row, state, answer, by: shortName(by), at: createdAt.toISOString(), faults };
}

type Approvals = Awaited<ReturnType<typeof approvalsOf>>;

/** What stands before the plan is in force, with who has said it. `decide` and `record`: what the reader may do here. */
export function toSteps(
	{ profile, plan }: EnteredPlan,
	approvals: Approvals,
	may: { decide: boolean; record: boolean }
): PlanStep[] {
	const done = approvals.map(({ kind }) => kind);
	return approvalSteps(profile.plan).map((step) => {
		const found = approvals.find(({ kind }) => kind === step.kind);
		const now = movePlan(profile.plan, { state: plan.state, done }, MOVE[step.kind]).ok;
		return {
			...step,
			done: found
				? {
						name: found.name,
						position: found.position,
						on: found.onDay,
						onPaper: found.onPaper,
						fileId: found.fileId
					}
				: null,
			can: { do: now && may.decide, record: now && may.record }
		};
	});
}

const MOVE = { approval: 'approve', agreement: 'agree' } as const satisfies Record<ApprovalKind, string>;

export function toExecution(facts: ExecutionFacts): Execution {
	const { id, heldOn, format, delivery, participants, outcome, links, fileIds, revision } = facts;
	return { id, heldOn, format, delivery, participants, outcome, links, fileIds, revision };
}

type CorrectionRow = Awaited<ReturnType<typeof correctionsOf>>[number];

export function toCorrection({ id, kind, reason, onDay, before, after }: CorrectionRow): Correction {
	return { id, kind, reason, on: onDay, before, after };
}
