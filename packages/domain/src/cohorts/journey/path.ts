import type { DeadlineStep } from '../../deadlines/steps.ts';
import { firstModule, gate } from './first-module.ts';
import type { JourneyFacts } from './facts.ts';
import { secondModule, thirdModule } from './later-modules.ts';
import { withTasks, type Outline, type OutlineModule, type OutlineStep } from './outline.ts';
import { due, locked, type StepState } from './step-state.ts';

export type PathStep = OutlineStep & StepState & { task: string | null };

export type Path = {
	modules: (Omit<OutlineModule, 'steps'> & { steps: PathStep[] })[];
	/** The one thing to do now; when everything waits for others, what is waited for; `null` at the end. */
	next: PathStep | null;
	done: number;
	total: number;
};

/** These help to learn in the room; once the diagnosis is handed in they hold nobody up. */
const HELPING: readonly string[] = ['attendance', 'form', 'group_form'];

/** An intern's whole path with the state of every step (R96, R100, R117), derived from facts and nothing else. */
export function path(plain: Outline, facts: JourneyFacts): Path {
	const outline = withTasks(plain, facts.tasks.length || plain.routeLength);
	const all = outline.modules.flatMap(({ steps }) => steps);
	const before = (kind: OutlineStep['kind']) => all.find((step) => step.kind === kind);
	const barred = gate(facts);

	const modules = outline.modules.map((module) => ({
		...module,
		steps: module.steps.map((step): PathStep => {
			const state = firstModule(step, facts, before) ?? secondModule(step, facts, outline, before);
			const now = barred ?? state ?? thirdModule(step, facts, outline, before) ?? locked('rules_open');
			return { ...named(step, facts, outline), ...(barred ? now : dated(step, now, facts)) };
		})
	}));
	const steps = modules.flatMap((module) => module.steps);

	return {
		modules,
		next: nextOf(steps),
		done: steps.filter(({ state }) => state === 'done').length,
		total: steps.length
	};
}

/** Steps that have no day of their own take the cohort's, or the one that the intern was given. */
const DATED: readonly OutlineStep['kind'][] = [
	'diagnosis',
	'deficit_card',
	'learning_route',
	'effectiveness_card',
	'survey'
];

function dated({ kind }: OutlineStep, state: StepState, { deadlines, today }: JourneyFacts): StepState {
	const until = DATED.includes(kind) ? deadlines[kind as DeadlineStep] : undefined;
	return until === undefined ? state : due(state, until, today);
}

/** A place in the sequence of tasks takes the words of the task that the route put there. */
function named(
	step: OutlineStep,
	facts: JourneyFacts,
	outline: Outline
): OutlineStep & { task: string | null } {
	const task = step.kind === 'task' ? facts.tasks[Number(step.key.split('.')[1]) - 1]?.task : undefined;
	return task === undefined ? { ...step, task: null } : { ...step, ...outline.tasks[task], task };
}

function nextOf(steps: PathStep[]): PathStep | null {
	const walked = steps.findLastIndex(
		({ kind, state }) => !HELPING.includes(kind) && (state === 'done' || state === 'waiting')
	);
	const ahead = steps.filter(({ kind }, place) => place > walked || !HELPING.includes(kind));

	return (
		ahead.find(({ state }) => state === 'open') ?? ahead.find(({ state }) => state === 'waiting') ?? null
	);
}
