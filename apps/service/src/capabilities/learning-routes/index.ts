export { moveRoutes } from './moving.ts';
export { planLearningRoute } from './commands/plan-learning-route.ts';
export { findRoute, lockRoute, type RouteRow } from './store.ts';
