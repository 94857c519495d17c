export {
	checkChange,
	type Period,
	type RouteChangeRefusal,
	type RouteFault,
	type RouteItem,
	type RouteWarning
} from './check-change.ts';
export type { RouteRow, Why } from './choose.ts';
export { spreadDates } from './dates.ts';
export {
	decideRoute,
	type RouteAction,
	type RouteDecision,
	type RouteFacts,
	type RouteRefusal
} from './lifecycle.ts';
export { explain, isPrimaryOf, plan, type RoutePlan } from './plan.ts';
export { LEARNING_ROUTE_STATES, type LearningRouteState } from './states.ts';
export { taskPeriod } from './task-period.ts';
