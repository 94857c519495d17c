export {
	checkChange,
	type Period,
	type RouteChangeRefusal,
	type RouteFault,
	type RouteItem,
	type RouteWarning
} from './check-change.ts';
export type { RouteRow, Why } from './choose.ts';
export { compareRoutes, type RouteDifference } from './compare.ts';
export {
	decideRoute,
	type RouteAction,
	type RouteDecision,
	type RouteFacts,
	type RouteRefusal
} from './lifecycle.ts';
export { loadOf, spansOf, type Effort, type WeekLoad } from './load.ts';
export { carriedItems, movedItems } from './moved.ts';
export { explain, isPrimaryOf, plan, type RoutePlan } from './plan.ts';
export { schedule, type Schedule, type ScheduleNote } from './schedule.ts';
export {
	LEARNING_ROUTE_STATES,
	ROUTE_VERSION_ORIGINS,
	type LearningRouteState,
	type RouteVersionOrigin
} from './states.ts';
export { taskPeriod } from './task-period.ts';
export { mayAnswer, mayAsk, type WishRefusal } from './wishing.ts';
export { byPriority } from './priority.ts';
