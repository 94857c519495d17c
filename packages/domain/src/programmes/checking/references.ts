import type { ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Forms that stand beside `forms` in the document and may be named by an activity. */
const OWN_FORMS = ['diagnostic', 'final_work', 'peer_rubric', 'survey', 'feedback_survey'];

/** Every key that is named exists: functions, deficits, tasks, materials, forms, activities. */
export function checkReferences(document: ProgrammeDocument): Finding[] {
	const functions = keysOf(document.child_functions);
	const deficits = keysOf(document.deficits);
	const tasks = keysOf(document.tasks);
	const materials = keysOf(document.materials);
	const forms = new Set([
		...Object.keys(document.forms),
		...OWN_FORMS,
		document.survey.key,
		document.rubric.key
	]);

	return [
		...document.deficits.flatMap((deficit) =>
			unknown(`deficits.${deficit.key}.child_functions`, deficit.child_functions ?? [], functions)
		),
		...(document.exercises ?? []).flatMap((exercise) =>
			unknown(`exercises.${exercise.key}.function`, present(exercise.function), functions)
		),
		...document.tasks.flatMap((task) => [
			...unknown(`tasks.${task.key}.deficits`, [...keysOf(task.deficits)], deficits),
			...unknown(`tasks.${task.key}.materials`, task.materials ?? [], materials)
		]),
		...(document.videos ?? []).flatMap((video) =>
			unknown(`videos.${video.key}.deficit`, [video.deficit], deficits)
		),
		...unknown('route_rules.developing_set', document.route_rules.developing_set, tasks),
		...document.modules.flatMap((module) =>
			module.activities.flatMap((activity) =>
				unknown(`modules.${module.key}.activities.${activity.key}.forms`, activity.forms, forms)
			)
		),
		...checkFormPlaces(document)
	];
}

/** A form says in which module and activity it is filled, and its indicators say which deficit they show. */
function checkFormPlaces(document: ProgrammeDocument): Finding[] {
	const deficits = keysOf(document.deficits);
	const activities = keysOf(document.modules.flatMap((module) => module.activities));
	const modules = new Set(document.modules.map((module) => String(module.n)));

	return Object.entries(document.forms).flatMap(([key, form]) => [
		...unknown(`forms.${key}.activity`, present(form.activity), activities),
		...unknown(`forms.${key}.module`, form.module === undefined ? [] : [String(form.module)], modules),
		...(form.indicators ?? []).flatMap((indicator) =>
			unknown(`forms.${key}.indicators.${indicator.key}.deficit`, [indicator.deficit], deficits)
		)
	]);
}

export function unknown(place: string, named: string[], known: Set<string>): Finding[] {
	return named.filter((key) => !known.has(key)).map((key) => error(place, 'reference.unknown', { key }));
}

export function keysOf(things: { key: string }[] = []): Set<string> {
	return new Set(things.map((thing) => thing.key));
}

function present(key: string | undefined): string[] {
	return key === undefined ? [] : [key];
}
