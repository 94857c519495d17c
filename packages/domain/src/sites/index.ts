export { applicationPaper, type PrintedApplication } from './application-paper.ts';
export {
	APPLICATION_STATES,
	isStopped,
	mayDecline,
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
export {
	foldedTitle,
	isInn,
	operatorAmong,
	ORGANISATION_KINDS,
	OWNERSHIPS,
	type OrganisationKind,
	type Ownership
} from './organisation.ts';
export { handInFaults, type Dossier, type HandInFault } from './handing-in.ts';
export { endingCouncil, endsOnActDay } from './termination-words.ts';
export { bodyOf, silentParts, stepsOf, tieDecider, unmet, type Evidence, type Step } from './demands.ts';
export { registerFromJournal, REGISTER_KINDS, type JournalEntry } from './from-journal.ts';
export { paperFaults, type PaperFault, type PaperStatus } from './known-status.ts';
export {
	changeFaults,
	isNetworkKind,
	lastDayBefore,
	mayStandAlone,
	membersAfter,
	membersOn,
	networkFaults,
	standingMembers,
	withoutMember,
	type Membership,
	type NetworkChange,
	type NetworkFault,
	type NetworkMember
} from './network.ts';
export {
	appointedFaults,
	LEADER_POSITIONS,
	relievedFaults,
	type LeaderFault,
	type LeaderPosition,
	type Leading
} from './leaders.ts';
export { NEXT_STEPS, nextStep, type NextStep, type Progress } from './next-step.ts';
export { freeCode } from './code.ts';
export { DOUBTS, doubtsOf, type Doubt, type RegistryRow } from './registry-links.ts';
export { RENEWAL_DAYS, renewableAfter, themeTakenBy, type ThemeOfSite } from './renewing.ts';
export { knownOn, standingOn, type SignedDecision, type Standing } from './standing.ts';
export {
	answerOfApproval,
	answerOfStatements,
	approvalIn,
	approvalsFallen,
	approvalsGiven,
	SHEETS,
	sheetsOf,
	statementsIn,
	withoutApprovals,
	type Approval,
	type ProgrammeApproval,
	type SheetKind,
	type Statement
} from './sheets.ts';
export {
	begunOn,
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
export {
	firstDay,
	mayLastLonger,
	termFaults,
	termRule,
	type ProgrammeDates,
	type Term,
	type TermRule
} from './term.ts';
export { zoneOfSubject } from './subject-zones.ts';
export { TIME_ZONES, type TimeZone } from './time-zones.ts';
export { endingOn, warningDue, WARNING_DAYS, type Ending, type WarningDays } from './warnings.ts';
export { fixedTheme, wayIn, WAYS_IN, type WayIn } from './way-in.ts';
export {
	mayHandIn,
	nextWindow,
	tellsMunicipalities,
	windowFaults,
	windowOn,
	type ApplicationWindow,
	type WindowFault
} from './window.ts';
export { mayWork, type NotWorking } from './working.ts';
export { prefilled, type KnownOrganisation } from './prefilled.ts';
