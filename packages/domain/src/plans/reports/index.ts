export { addressedRole, isAddressed } from './addressee.ts';
export { coverageFaults, coverageOf, type Coverage, type CoverageFault } from './coverage.ts';
export {
	deadlineIn,
	DUE_KINDS,
	duesOf,
	isLateReport,
	runsOf,
	STANDINGS,
	standingOf,
	type ReportDue,
	type Run,
	type Standing
} from './due.ts';
export { planMismatches, type PlannedRow } from './embedded.ts';
export { fromLog, type Filled, type FilledPlace } from './filling.ts';
export { deadlineOf, freeReportForm, mismatchGround, reportForm, silentInReport } from './form.ts';
export {
	isWritable,
	moveReport,
	REPORT_MOVES,
	REPORT_STATES,
	type ReportMove,
	type ReportState
} from './lifecycle.ts';
export {
	RECORD_KINDS,
	type CohortCount,
	type HeldEvent,
	type PlanChange,
	type PublishedWork,
	type RecordRef,
	type ReportLog
} from './log.ts';
export { lackingIn, type Lacking } from './lacking.ts';
export { MISMATCH_KINDS, mismatches, toldPlaces, type Mismatch, type ToldPlace } from './mismatches.ts';
export { partsOf as reportParts, type ReportPart } from './parts.ts';
export { projectFaults, projectOf, type ProjectChange, type TraineeProject } from './projects.ts';
export { reportPaper, type PrintedReport } from './paper.ts';
export { refill, type Refilled } from './refilling.ts';
