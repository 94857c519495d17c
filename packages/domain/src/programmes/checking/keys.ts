import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { error, type Finding } from '../finding.ts';

type Keyed = { key: string };

/** Every key names one thing among its kind; activities, items and questions are unique in the whole programme. */
export function checkKeys(document: ProgrammeDocument): Finding[] {
	const { modules, tasks, diagnostic, rubric, survey, final_work } = document;
	return [
		...repeated('child_functions', document.child_functions),
		...repeated('deficits', document.deficits),
		...repeated('modules', modules),
		...repeated(
			'modules',
			modules.flatMap((module) => module.activities)
		),
		...repeated('diagnostic.items', diagnostic.items),
		...diagnostic.items.flatMap((item) => [
			...repeated(`diagnostic.items.${item.key}.options`, item.options),
			...repeated(`diagnostic.items.${item.key}.elements`, item.elements)
		]),
		...repeated('tasks', tasks),
		...repeated(
			'tasks',
			tasks.flatMap((task) => [...task.self_check, ...task.self_analysis])
		),
		...tasks.flatMap((task) => repeated(`tasks.${task.key}.deficits`, task.deficits)),
		...repeated('exercises', document.exercises),
		...repeated('videos', document.videos),
		...repeated('materials', document.materials),
		...repeated('final_work.sections', final_work.sections),
		...final_work.sections.flatMap((section) =>
			repeated(`final_work.sections.${section.key}.parts`, section.parts)
		),
		...repeated('rubric', [...rubric.criteria, ...(rubric.comment_fields ?? [])]),
		...repeated('survey.questions', survey.questions),
		...repeated('completion_rules', document.completion_rules),
		...Object.entries(document.forms).flatMap(([key, form]) => checkForm(`forms.${key}`, form))
	];
}

function checkForm(place: string, form: ProgrammeForm): Finding[] {
	const columns = typeof form.columns === 'string' ? [] : (form.columns ?? []);
	const beside = form.comment_field ? [form.comment_field] : [];
	return [
		...repeated(`${place}.rows`, form.rows),
		...repeated(`${place}.columns`, columns),
		...repeated(place, [
			...(form.header_fields ?? []),
			...(form.fields ?? []),
			...(form.extra_fields ?? []),
			...(form.indicators ?? []),
			...beside,
			...(form.computed ?? [])
		])
	];
}

function repeated(place: string, things: Keyed[] = []): Finding[] {
	const keys = things.map((thing) => thing.key);
	const twice = new Set(keys.filter((key, n) => keys.indexOf(key) !== n));
	return [...twice].map((key) => error(`${place}.${key}`, 'key.repeated', { key }));
}
