export {
	agreementWord,
	criterionToRewrite,
	varianceShares,
	type AgreementWord,
	type Shares
} from './agreement-words.ts';
export {
	answerAppealBy,
	appealUntil,
	checkAppeal,
	checkAppealDecision,
	mayAnswerAppeal,
	revisionDaysLeft,
	stateAfterAppeal,
	type AppealDecision,
	type AppealDecisionRefusal,
	type AppealFacts,
	type AppealRefusal,
	type Disputed
} from './appeal.ts';
export { appealForm, appealReasons } from './appeal-form.ts';
export { fairnessOf, type Fairness, type GradeOfOrganisation } from './fairness.ts';
export {
	checkTaking,
	presentationSlots,
	type PresentationRefusal,
	type PresentationSlot
} from './presentations.ts';
export {
	recommendationPaper,
	recommendationTable,
	type PrintedRecommendations
} from './recommendation-paper.ts';
export {
	answeredRecommendations,
	recommendationForm,
	recommendationsOf,
	type AnsweredRecommendation,
	type Recommendation
} from './recommendations.ts';
export {
	checkUsefulness,
	usefulnessSums,
	type UsefulnessRefusal,
	type UsefulnessSums
} from './usefulness.ts';
export {
	REPLIES,
	RESULT_SHEETS,
	USEFULNESS,
	type Reply,
	type ResultSheetKind,
	type Usefulness
} from './words.ts';
