export const LEARNING_ROUTE_STATES = ['draft', 'proposed', 'returned', 'agreed'] as const;
export type LearningRouteState = (typeof LEARNING_ROUTE_STATES)[number];
