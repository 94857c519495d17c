import type { LearningRoute } from '@stazhirovka/contract/learning-routes';
import { addDays } from '@stazhirovka/domain/calendar';
import { loadOf, spansOf } from '@stazhirovka/domain/learning-routes';
import { effortsOf, type Surroundings } from './scheduling.ts';
import { bareItems, type RouteRow } from './store.ts';

type Pace = Pick<LearningRoute, 'load' | 'notes' | 'minutesPerWeek'> & {
	spans: LearningRoute['items'][number]['span'][];
};

/** How the work on the route lies in its weeks, and what of it the intern has to know; as the route stands. */
export function paceOf(route: RouteRow, surroundings: Surroundings): Pace {
	const { document, calendar, from, period, minutesPerWeek } = surroundings;
	const items = bareItems(route);
	const efforts = effortsOf(
		document,
		items.map(({ task }) => task)
	);
	const load = loadOf(items, efforts, from, calendar);
	const fullest = Math.max(0, ...load.map(({ minutes }) => minutes));
	const last = items.at(-1)?.dueOn ?? '';
	const above = minutesPerWeek !== null && fullest > minutesPerWeek;

	return {
		load,
		minutesPerWeek,
		notes: [
			...(minutesPerWeek !== null && last > period.endsOn
				? [{ code: 'prolonged' as const, from: period.endsOn, to: last }]
				: []),
			above ? { code: 'above_limit', limit: minutesPerWeek, fullest } : { code: 'even', fullest }
		],
		spans: spansOf(items, from, calendar).map(({ days }, n) => {
			const begin = n === 0 ? from : addDays(items[n - 1]?.dueOn ?? from, 1);
			const until = items[n]?.dueOn ?? begin;
			return { from: days[0] ?? until, workingDays: days.length, skipped: skippedIn(begin, until) };
		})
	};

	function skippedIn(begin: string, until: string) {
		const found = [];
		for (let day = begin; day <= until; day = addDays(day, 1)) {
			const title = calendar.reasonOf(day);
			if (title) found.push({ day, title });
		}
		return found;
	}
}
