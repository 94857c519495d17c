export const LEARNING_ROUTE_STATES = ['draft', 'proposed', 'returned', 'agreed'] as const;
export type LearningRouteState = (typeof LEARNING_ROUTE_STATES)[number];

/** Where a version of a route comes from: the rules, the intern, the tutor, or the days of the cohort. */
export const ROUTE_VERSION_ORIGINS = ['rules', 'intern', 'tutor', 'cohort'] as const;
export type RouteVersionOrigin = (typeof ROUTE_VERSION_ORIGINS)[number];
