import type { JourneyFacts, OutlineStep } from '../cohorts/index.ts';
import type { DeadlineStep } from '../deadlines/index.ts';

/** Until when a step was to be done by an intern, also where it is done and its path tells no day any more. */
export function lastDayOf(
	{ kind, key }: Pick<OutlineStep, 'kind' | 'key'>,
	facts: JourneyFacts
): string | null {
	if (kind === 'task') return facts.tasks[Number(key.split('.')[1]) - 1]?.dueOn ?? null;
	if (kind === 'reviews') return facts.reviews?.dueOn ?? null;
	if (kind === 'final_work') return facts.deadlines.final_work ?? facts.endsOn;
	return facts.deadlines[kind as DeadlineStep] ?? null;
}
