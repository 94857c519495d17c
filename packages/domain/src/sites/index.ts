export {
	APPLICATION_STATES,
	moveApplication,
	movesOf,
	stepDue,
	type ApplicationMove,
	type ApplicationRefusal,
	type ApplicationState
} from './application.ts';
export {
	earlyGrounds,
	extensionFaults,
	grantFaults,
	pauseFaults,
	terminationDemands,
	terminationFaults,
	type ActFacts,
	type DecisionFault,
	type Granting
} from './deciding.ts';
export { handInFaults, type Dossier, type HandInFault } from './handing-in.ts';
export { OWNERSHIPS, type Ownership } from './organisation.ts';
export { silentParts, stepsOf, unmet, type Evidence, type Step } from './demands.ts';
export { networkFaults, withoutMember, type NetworkFault, type NetworkMember } from './network.ts';
export {
	answerOfApproval,
	answerOfStatements,
	approvalIn,
	SHEETS,
	sheetsOf,
	statementsIn,
	type Approval,
	type ProgrammeApproval,
	type SheetKind,
	type Statement
} from './sheets.ts';
export {
	covers,
	DECISION_KINDS,
	inOrder,
	PERIOD_STATES,
	periodOn,
	periodsOf,
	SITE_STATUSES,
	statusOn,
	type DecisionKind,
	type SiteStatus,
	type StatusDecision,
	type StatusPeriod
} from './status.ts';
export { firstDay, termFaults, termRule, type ProgrammeDates, type Term, type TermRule } from './term.ts';
export { warningDue, WARNING_DAYS, type WarningDays } from './warnings.ts';
export { fixedTheme, wayIn, WAYS_IN, type WayIn } from './way-in.ts';
export {
	mayHandIn,
	nextWindow,
	windowFaults,
	windowOn,
	type ApplicationWindow,
	type WindowFault
} from './window.ts';
