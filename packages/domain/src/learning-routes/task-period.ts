import type { ProgrammeDocument } from '../programmes/document.ts';
import type { Period } from './check-change.ts';
import { addDays, daysBetween } from '../calendar/index.ts';

type Modules = readonly Pick<ProgrammeDocument['modules'][number], 'minutes' | 'activities'>[];

/**
 * The days that the first proposal spreads the tasks over: from `from` (the end of the work in person) on, the rest
 * of the cohort's period is shared between the module with the tasks and those after it by their minutes, so that
 * time is left for the final work. A proposal only: the dates may be changed within the whole period.
 */
export function taskPeriod(modules: Modules, from: string, endsOn: string): Period {
	const first = modules.findIndex(({ activities }) => activities.some(({ kind }) => kind === 'tasks'));
	const later = modules.slice(Math.max(first, 0));
	const minutes = later.reduce((sum, module) => sum + module.minutes, 0);
	const share = minutes > 0 ? (later[0]?.minutes ?? 0) / minutes : 1;
	const startsOn = from < endsOn ? from : endsOn;

	return { startsOn, endsOn: addDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) * share)) };
}
