import type { ProgrammeFinalWork, ProgrammeRubric, ProgrammeSurvey } from '../document.ts';
import { flag, listOf, maybe, number, oneOf, texts, thing, words } from './fit.ts';
import { titled } from './readable-forms.ts';

export const finalWork = thing<ProgrammeFinalWork>({
	title: words,
	kinds: texts,
	brief: words,
	sections: listOf(
		thing<ProgrammeFinalWork['sections'][number]>({
			key: words,
			title: words,
			hint: maybe(words),
			required: maybe(flag),
			fields: maybe(texts),
			parts: maybe(listOf(titled))
		})
	),
	limits: maybe(
		thing<NonNullable<ProgrammeFinalWork['limits']>>({
			min_chars_self_analysis: maybe(number),
			max_files: maybe(number),
			max_file_mb: maybe(number),
			allowed: maybe(texts)
		})
	),
	publication: maybe(
		thing<NonNullable<ProgrammeFinalWork['publication']>>({
			where: words,
			visible_to: words,
			consent_required_for_public: maybe(flag)
		})
	)
});

export const rubric = thing<ProgrammeRubric>({
	key: words,
	title: words,
	max: number,
	criteria: listOf(
		thing<ProgrammeRubric['criteria'][number]>({
			key: words,
			title: words,
			levels: listOf(thing<{ score: number; descriptor: string }>({ score: number, descriptor: words }))
		})
	),
	comment_fields: maybe(
		listOf(
			thing<NonNullable<ProgrammeRubric['comment_fields']>[number]>({
				key: words,
				label: words,
				required: flag,
				min_chars: number
			})
		)
	),
	process: thing<ProgrammeRubric['process']>({
		reviews_per_work: number,
		reviews_per_trainee: number,
		min_received: number,
		min_given: number,
		anonymity: maybe(
			thing<NonNullable<ProgrammeRubric['process']['anonymity']>>({
				author_visible_to_reviewers: flag,
				reviewer_visible_to_author: words
			})
		),
		exclude: maybe(texts),
		deadline_days: number,
		result: words,
		pass_rule: words,
		moderation: words,
		revision: maybe(words)
	})
});

export const survey = thing<ProgrammeSurvey>({
	key: words,
	title: words,
	anonymous: flag,
	anonymity_threshold: number,
	questions: listOf(
		thing<ProgrammeSurvey['questions'][number]>({
			key: words,
			type: oneOf('text', 'scale5', 'choice', 'nps'),
			text: words,
			options: maybe(texts)
		})
	),
	follow_up: maybe(thing<NonNullable<ProgrammeSurvey['follow_up']>>({ after_days: number, questions: texts }))
});
