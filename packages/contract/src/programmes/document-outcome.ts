import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { z } from 'zod';
import { Count, Keyed, Line, list, Note, Points, Titled } from './document-words.ts';

const Section = Titled.extend({
	hint: Note.optional(),
	required: z.boolean().optional(),
	fields: list(Line, 50).optional(),
	parts: list(Titled, 20).optional()
});

export const ProgrammeFinalWork = z.looseObject({
	title: Line,
	kinds: list(Line, 50),
	brief: Note,
	sections: list(Section, 50),
	limits: z
		.looseObject({
			min_chars_self_analysis: z.int().min(0).max(20_000).optional(),
			max_files: z.int().min(0).max(100).optional(),
			max_file_mb: z.number().positive().max(1000).optional(),
			allowed: list(z.string().regex(/^[a-z0-9]{1,8}$/), 50).optional()
		})
		.optional(),
	publication: z
		.looseObject({ where: Line, visible_to: Line, consent_required_for_public: z.boolean().optional() })
		.optional()
}) satisfies z.ZodType<ProgrammeDocument['final_work']>;

const Criterion = Titled.extend({ levels: list(z.looseObject({ score: Points, descriptor: Line }), 20) });

export const ProgrammeRubric = Titled.extend({
	max: Points,
	criteria: list(Criterion, 50),
	comment_fields: list(
		Keyed.extend({ label: Line, required: z.boolean(), min_chars: z.int().min(0).max(5000) }),
		20
	).optional(),
	process: z.looseObject({
		reviews_per_work: z.int().min(1).max(50),
		reviews_per_trainee: z.int().min(1).max(50),
		min_received: z.int().min(0).max(50),
		min_given: z.int().min(0).max(50),
		anonymity: z
			.looseObject({ author_visible_to_reviewers: z.boolean(), reviewer_visible_to_author: Line })
			.optional(),
		exclude: list(Line, 20).optional(),
		deadline_days: z.int().min(1).max(365),
		result: Line,
		pass_rule: Line,
		moderation: Line,
		revision: Line.optional()
	})
}) satisfies z.ZodType<ProgrammeDocument['rubric']>;

const Question = Keyed.extend({
	type: z.enum(['scale5', 'choice', 'nps', 'text']),
	text: Line,
	options: list(Line, 50).optional()
});

export const ProgrammeSurvey = Titled.extend({
	anonymous: z.boolean(),
	anonymity_threshold: Count,
	questions: list(Question, 100),
	follow_up: z.looseObject({ after_days: Count, questions: list(Line, 20) }).optional()
}) satisfies z.ZodType<ProgrammeDocument['survey']>;
