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
export { OWNERSHIPS, type Ownership } from './organisation.ts';
export { silentParts, stepsOf, unmet, type Evidence, type Step } from './demands.ts';
export { networkFaults, withoutMember, type NetworkFault, type NetworkMember } from './network.ts';
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
export { mayHandIn, type ApplicationWindow } from './window.ts';
export { mayWork, type NotWorking } from './working.ts';
