export {
	APPROVAL_KINDS,
	approvalSteps,
	stepsAhead,
	type ApprovalKind,
	type ApprovalStep
} from './approvals.ts';
export { COLUMN_USES, ownColumns, planColumns, type ColumnUse, type PlanColumn } from './columns.ts';
export { deliveriesOf, deliveryFaults } from './delivery.ts';
export {
	CORRECTION_KINDS,
	executionFaults,
	ROW_STATES,
	rowState,
	type CorrectionKind,
	type Execution,
	type ExecutionFault,
	type RowState
} from './execution.ts';
export { formatFaults, formatsOf } from './formats.ts';
export {
	isOpen,
	movePlan,
	movesOfPlan,
	PLAN_MOVES,
	PLAN_STATES,
	type PlanMove,
	type PlanState
} from './lifecycle.ts';
export { planPaper, type PlanPaperFacts } from './paper.ts';
export {
	movedDay,
	nextPeriod,
	periodAround,
	periodFaults,
	yearsOf,
	type Period,
	type PeriodFault,
	type PeriodKind
} from './period.ts';
export { asksDays, daysFaults, movedRow, rowFaults, type PlanRow, type RowFault } from './row.ts';
export * from './reports/index.ts';
