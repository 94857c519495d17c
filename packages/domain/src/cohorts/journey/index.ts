export type { JourneyFacts, TaskOfPath } from './facts.ts';
export {
	activitySteps,
	outline,
	withTasks,
	type Outline,
	type OutlineModule,
	type OutlineStep,
	type StepKind
} from './outline.ts';
export { stepPlace } from './place.ts';
export { path, type Path, type PathStep } from './path.ts';
export { reasonFor, type Reason, type StepState } from './step-state.ts';
export { waitingTime } from './waiting.ts';
