export {
	AGENDA_KINDS,
	decideItems,
	isOpen,
	MEETING_STATES,
	moveMeeting,
	OUTCOMES,
	standOf,
	type AgendaKind,
	type Decided,
	type ItemFacts,
	type MeetingFacts,
	type MeetingMove,
	type MeetingRefusal,
	type MeetingState,
	type Outcome,
	type Stand
} from './agenda.ts';
export { figureLines, type PutFigure, type PutFigures } from './figures.ts';
export {
	assignReviewers,
	hasToAssign,
	shortageOf,
	type Assignment,
	type AssignmentInput,
	type Shortage,
	type Stance
} from './assignment.ts';
export {
	compositionFaults,
	COUNCIL_ROLES,
	departureFaults,
	membersOn,
	presiding,
	type CompositionFault,
	type CouncilMember,
	type CouncilRole
} from './composition.ts';
export {
	COMPUTED_CONFLICTS,
	computedConflicts,
	declare,
	standingOf,
	type ApplicationTies,
	type ComputedConflict,
	type Declaration,
	type DeclarationRefusal,
	type Standing
} from './conflicts.ts';
export {
	criteriaFaults,
	MOST_CRITERIA,
	MOST_LEVELS,
	MOST_WEIGHT,
	percentOf,
	reaches,
	RECOMMENDATIONS,
	recommendationOf,
	scoreOf,
	type CriteriaFault,
	type Criterion,
	type Recommendation,
	type Scores
} from './criteria.ts';
export {
	countReviews,
	EXPERTISE_RESULTS,
	EXPERTISE_RULES,
	expertiseResult,
	settleExpertise,
	TIE_DECIDERS,
	type CastingWord,
	type ExpertiseResult,
	type ExpertiseRule,
	type ExpertiseTerms,
	type TieDecider
} from './expertise.ts';
export { minutesPaper, proposalPaper, type MinutesFacts, type ProposalFacts } from './papers.ts';
export { hasQuorum, neededFor, QUORUMS, type Quorum } from './quorum.ts';
export { levelWords, reviewForm, scoresOf } from './review-form.ts';
export {
	MAJORITIES,
	tally,
	votersOf,
	VOTES,
	type Majority,
	type Tally,
	type Vote,
	type VotingRules
} from './voting.ts';
