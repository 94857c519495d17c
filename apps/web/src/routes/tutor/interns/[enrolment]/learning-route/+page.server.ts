import { learningRouteActions, loadLearningRoute } from '#lib/server/learning-route-page.ts';

export const load = loadLearningRoute;
export const actions = learningRouteActions;
