export { agreedOn, plainMean, type Agreed } from './agreed.ts';
export { aliasOf } from './alias.ts';
export {
	announcementBlocks,
	areReviewsClosed,
	type AnnouncementBlock,
	type WorkOfCohort
} from './announcement.ts';
export { checkAllocation, leastWorks, type AllocationRefusal } from './enough.ts';
export {
	decideWork,
	seenState,
	type FinalWorkStage,
	type WorkAction,
	type WorkFacts,
	type WorkRefusal
} from './lifecycle.ts';
export { obstacles, type Obstacle } from './obstacles.ts';
export { openingRefusal, type OpeningFacts, type OpeningRefusal } from './opening.ts';
export {
	checkDecision,
	needsDecision,
	outcome,
	type Decision,
	type DecisionRefusal,
	type Outcome,
	type Round
} from './outcome.ts';
export { titleOf } from './passport.ts';
export { peerResult, sumOf, wholeReviews, type PeerResult, type SentReview } from './peer-result.ts';
export { areReviewsDone, decideReview, type ReviewFacts, type ReviewRefusal } from './review.ts';
export { FINAL_WORK_STATES, RESULT_BASES, type FinalWorkState, type ResultBasis } from './states.ts';
export { FEWEST_WORDS, reviewLacks, wordsIn } from './review-lacks.ts';
