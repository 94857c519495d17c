import type { Json, JsonRecord, Path } from './field.ts';
import { recordsIn, textIn, valueAt } from './json.ts';

/** A figure that is shown beside what is written; `wanted`: what it must come to. */
export type Sum = { what: SumName; found: number; wanted: number | null };
export type SumName =
	| 'hours'
	| 'module_minutes'
	| 'activity_minutes'
	| 'items'
	| 'primary_tasks'
	| 'tasks'
	| 'developing'
	| 'points';

/** Figures for the list or the thing at a path, counted as it is being written (R50, R122, R125). */
export function sumsAt(document: JsonRecord, path: Path): Sum[] {
	const [part, index, ...rest] = path;
	if (rest.length > 0) return [];
	const thing = index === undefined ? undefined : valueAt(document, path);

	switch (part) {
		case 'modules':
			return thing === undefined ? [hours(document)] : moduleSums(document, thing);
		case 'deficits':
			return thing === undefined ? [] : deficitSums(document, textIn(thing, 'key'));
		case 'tasks':
			return thing === undefined
				? [{ what: 'tasks', found: recordsIn(document.tasks).length, wanted: null }]
				: [];
		case 'route_rules':
			return index === undefined ? [developing(document)] : [];
		case 'rubric':
			return index === undefined ? [points(document)] : [];
		default:
			return [];
	}
}

function hours(document: JsonRecord): Sum {
	const found = total(recordsIn(document.modules).map((module) => module.hours));
	return { what: 'hours', found, wanted: numberIn(document, ['hours_total']) };
}

function moduleSums(document: JsonRecord, module: Json): Sum[] {
	const minutes = numberIn(module, ['minutes']);
	const hour = numberIn(document, ['academic_hour_minutes']) ?? 45;
	const activities = recordsIn(valueAt(module, ['activities'])).map((activity) => activity.minutes);
	const ofHours = numberIn(module, ['hours']);
	return [
		{ what: 'module_minutes', found: minutes ?? 0, wanted: ofHours === null ? null : ofHours * hour },
		{ what: 'activity_minutes', found: total(activities), wanted: minutes }
	];
}

function deficitSums(document: JsonRecord, key: string): Sum[] {
	const items = recordsIn(valueAt(document, ['diagnostic', 'items']));
	const tasks = recordsIn(document.tasks).filter((task) =>
		recordsIn(task.deficits).some((deficit) => deficit.key === key && deficit.role === 'primary')
	);
	return [
		{ what: 'items', found: items.filter((item) => item.deficit === key).length, wanted: null },
		{ what: 'primary_tasks', found: tasks.length, wanted: null }
	];
}

function developing(document: JsonRecord): Sum {
	const set = valueAt(document, ['route_rules', 'developing_set']);
	return {
		what: 'developing',
		found: Array.isArray(set) ? set.length : 0,
		wanted: numberIn(document, ['route_rules', 'length'])
	};
}

function points(document: JsonRecord): Sum {
	const criteria = recordsIn(valueAt(document, ['rubric', 'criteria']));
	const tops = criteria.map((criterion) => Math.max(0, recordsIn(criterion.levels).length - 1));
	return { what: 'points', found: total(tops), wanted: numberIn(document, ['rubric', 'max']) };
}

function numberIn(value: Json | undefined, path: Path): number | null {
	const found = valueAt(value, path);
	return typeof found === 'number' ? found : null;
}

function total(numbers: (Json | undefined)[]): number {
	return numbers.reduce<number>((sum, number) => sum + (typeof number === 'number' ? number : 0), 0);
}
