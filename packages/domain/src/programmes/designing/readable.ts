import type { ProgrammeDocument, ProgrammeVideo } from '../document.ts';
import { flag, listOf, maybe, named, number, oneOf, orNull, texts, thing, words } from './fit.ts';
import { forms, titled } from './readable-forms.ts';
import { deficit, diagnostic, module, question, routeRules, task } from './readable-learning.ts';
import { finalWork, rubric, survey } from './readable-outcome.ts';

const video = thing<ProgrammeVideo>({
	key: words,
	n: number,
	title: words,
	deficit: words,
	look_for: words,
	duration: maybe(words),
	status: words,
	file: orNull(words),
	captions_required: maybe(flag),
	transcript_required: maybe(flag),
	captions: maybe(words),
	transcript: maybe(words),
	consent_note: maybe(words)
});

const material = thing<ProgrammeDocument['materials'][number]>({
	key: words,
	kind: words,
	title: words,
	file: orNull(words),
	demo: maybe(flag)
});

const kind = oneOf('certificate', 'udostoverenie_pk');

/**
 * A programme that is still being written, as cards and pages can read it: what is missing is empty, what is of a wrong
 * kind is as good as missing. A whole document comes out equal to itself, without parts that no card reads.
 */
export const readable = thing<ProgrammeDocument>({
	schema: () => 'programme.v1',
	key: words,
	version: number,
	status: maybe(words),
	title: words,
	site_key: words,
	regulation_key: words,
	programme_model: maybe(words),
	hours_total: number,
	academic_hour_minutes: number,
	languages: maybe(texts),
	document: thing<ProgrammeDocument['document']>({
		type: kind,
		fallback: maybe(kind),
		title: words,
		reason: maybe(words)
	}),
	legal_mode: words,
	audience: texts,
	direction: maybe(words),
	summary: words,
	goal: words,
	relevance: maybe(words),
	planned_results: maybe(named(texts, Array.isArray)),
	competency: thing<ProgrammeDocument['competency']>({
		key: words,
		title: words,
		alignment: maybe(
			listOf(
				thing<{ framework: string; code: string; title: string }>({
					framework: words,
					code: words,
					title: words
				})
			)
		),
		area: maybe(words)
	}),
	privacy: maybe(
		thing<NonNullable<ProgrammeDocument['privacy']>>({
			pupil_identity: maybe(words),
			pupil_code_pattern: maybe(words),
			warning: words
		})
	),
	child_functions: maybe(listOf(titled)),
	deficits: listOf(deficit),
	modules: listOf(module),
	forms,
	diagnostic,
	tasks: listOf(task),
	route_rules: routeRules,
	exercises: maybe(
		listOf(
			thing<NonNullable<ProgrammeDocument['exercises']>[number]>({
				key: words,
				title: words,
				function: maybe(words),
				age: maybe(words),
				time: maybe(words),
				how: maybe(words)
			})
		)
	),
	videos: maybe(listOf(video)),
	materials: listOf(material),
	final_work: finalWork,
	rubric,
	survey,
	completion_rules: listOf(question)
});
