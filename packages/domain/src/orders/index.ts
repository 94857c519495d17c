export { ORDER_KINDS, type OrderKind } from './kinds.ts';
export { mastered, type Mastered } from './mastered.ts';
export { tellsOtherDays, type OrderedDays } from './ordered-days.ts';
export {
	decideOrder,
	readiness,
	type CohortOfOrders,
	type LearnerOfCohort,
	type OrderBlock,
	type OrderChoice,
	type OrderRefusal,
	type Readiness
} from './readiness.ts';
