import { repeated, repeatedKeys } from '../../imports/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Every key names one thing among its kind; activities, items and questions are unique in the whole programme. */
export function checkKeys(document: ProgrammeDocument): Finding[] {
	const { modules, tasks, diagnostic, rubric, survey, final_work } = document;
	return [
		...repeatedKeys('child_functions', document.child_functions),
		...repeatedKeys('deficits', document.deficits),
		...repeatedKeys('modules', modules),
		...repeatedActivities(document),
		...repeatedKeys('diagnostic.items', diagnostic.items),
		...diagnostic.items.flatMap((item) => [
			...repeatedKeys(`diagnostic.items.${item.key}.options`, item.options),
			...repeatedKeys(`diagnostic.items.${item.key}.elements`, item.elements)
		]),
		...repeatedKeys('tasks', tasks),
		...repeatedKeys(
			'tasks',
			tasks.flatMap((task) => [...task.self_check, ...task.self_analysis])
		),
		...tasks.flatMap((task) => repeatedKeys(`tasks.${task.key}.deficits`, task.deficits)),
		...repeatedKeys('exercises', document.exercises),
		...repeatedKeys('videos', document.videos),
		...repeatedKeys('materials', document.materials),
		...repeatedKeys('final_work.sections', final_work.sections),
		...final_work.sections.flatMap((section) =>
			repeatedKeys(`final_work.sections.${section.key}.parts`, section.parts)
		),
		...repeatedKeys('rubric', [...rubric.criteria, ...(rubric.comment_fields ?? [])]),
		...repeatedKeys('survey.questions', survey.questions),
		...repeatedKeys('completion_rules', document.completion_rules),
		...Object.entries(document.forms).flatMap(([key, form]) => checkForm(`forms.${key}`, form))
	];
}

/** At the activity itself, in the last module that has one of this key. */
function repeatedActivities({ modules }: ProgrammeDocument): Finding[] {
	const keysOf = ({ activities }: ProgrammeDocument['modules'][number]) => activities.map(({ key }) => key);
	return repeated(modules.flatMap(keysOf)).map((key) => {
		const module = modules.findLast((one) => keysOf(one).includes(key))?.key ?? '';
		return error(`modules.${module}.activities.${key}`, 'key.repeated', { key });
	});
}

function checkForm(place: string, form: ProgrammeForm): Finding[] {
	const columns = typeof form.columns === 'string' ? [] : (form.columns ?? []);
	const beside = form.comment_field ? [form.comment_field] : [];
	return [
		...repeatedKeys(`${place}.rows`, form.rows),
		...repeatedKeys(`${place}.columns`, columns),
		...repeatedKeys(place, [
			...(form.header_fields ?? []),
			...(form.fields ?? []),
			...(form.extra_fields ?? []),
			...(form.indicators ?? []),
			...beside,
			...(form.computed ?? [])
		])
	];
}
