export { checkSums, hoursOf, isInTime, type Check } from './checks.ts';
export { isDigestDue, type Missed } from './digest.ts';
export {
	AGREEMENT,
	agreementFaults,
	answerBy,
	isWorkingMoment,
	workingHours,
	type Agreement,
	type AgreementFault
} from './working-hours.ts';
export { byAsker, questionsIn, type Question, type Turn } from './questions.ts';
export { figuresOf, waitingOf, type AnswerFigures, type Waiting } from './figures.ts';
