import type {
	ProgrammeActivity,
	ProgrammeDeficit,
	ProgrammeDiagnostic,
	ProgrammeItem,
	ProgrammeModule,
	ProgrammeRouteRules,
	ProgrammeTask,
	ProgrammeTopic
} from '../document.ts';
import { flag, listOf, maybe, named, number, oneOf, texts, thing, words } from './fit.ts';

export const question = thing<{ key: string; text: string }>({ key: words, text: words });

export const deficit = thing<ProgrammeDeficit>({
	key: words,
	n: number,
	title: words,
	deficit: words,
	target: words,
	child_functions: maybe(texts),
	area: maybe(words)
});

const activity = thing<ProgrammeActivity>({
	n: number,
	key: words,
	title: words,
	minutes: number,
	kind: words,
	work: maybe(texts),
	forms: texts,
	outputs: texts,
	videos: maybe(number),
	tasks_count: maybe(number)
});

export const module = thing<ProgrammeModule>({
	n: number,
	key: words,
	title: words,
	hours: number,
	minutes: number,
	mode: words,
	place: maybe(words),
	result: maybe(words),
	topic: maybe(
		thing<ProgrammeTopic>({
			teach: maybe(texts),
			shape: maybe(texts),
			develop: maybe(texts),
			planned_results: maybe(named(texts, Array.isArray))
		})
	),
	activities: listOf(activity),
	minutes_source: maybe(words)
});

export const item = thing<ProgrammeItem>({
	key: words,
	deficit: words,
	kind: oneOf('knowledge', 'case', 'self_assessment'),
	type: oneOf('single_choice', 'multiple_choice', 'graded_choice', 'ordering', 'scale'),
	stem: words,
	options: maybe(
		listOf(
			thing<NonNullable<ProgrammeItem['options']>[number]>({
				key: words,
				text: words,
				correct: maybe(flag),
				score: maybe(number)
			})
		)
	),
	elements: maybe(listOf(question)),
	correct_order: maybe(texts),
	scale: maybe(listOf(thing<{ value: number; label: string }>({ value: number, label: words }))),
	max: number,
	scoring: words
});

export const diagnostic = thing<ProgrammeDiagnostic>({
	key: words,
	title: words,
	minutes: number,
	items: listOf(item),
	scoring: thing<ProgrammeDiagnostic['scoring']>({
		per_deficit_max: number,
		formula: words,
		levels: listOf(
			thing<ProgrammeDiagnostic['scoring']['levels'][number]>({
				key: oneOf('none', 'partial', 'expressed'),
				label: words,
				min: number
			})
		),
		presence: words,
		mismatch_flag: words,
		missing: words
	}),
	coverage_rule: words
});

const role = oneOf('secondary', 'primary');

export const task = thing<ProgrammeTask>({
	key: words,
	sequence: number,
	title: words,
	deficits: listOf(thing<ProgrammeTask['deficits'][number]>({ key: words, role })),
	minutes: number,
	why: maybe(words),
	instruction: texts,
	product: words,
	self_check: listOf(question),
	self_analysis: listOf(question),
	materials: maybe(texts),
	tutor_criteria: maybe(texts),
	tryout_required: flag
});

export const routeRules = thing<ProgrammeRouteRules>({
	length: number,
	algorithm: words,
	weights: thing<ProgrammeRouteRules['weights']>({ expressed: number, partial: number }),
	role_factor: thing<ProgrammeRouteRules['role_factor']>({ primary: number, secondary: number }),
	steps: maybe(texts),
	developing_set: texts,
	check: maybe(words)
});
