import type { ProgrammeFinalWork, ProgrammeRubric, ProgrammeSurvey } from '../../programmes/index.ts';
import type { ProgrammeFields } from '../field.ts';
import { choice, count, given, line, lines, note, optional, rare, record, records, word } from '../shape.ts';

type Section = ProgrammeFinalWork['sections'][number];
type Limits = NonNullable<ProgrammeFinalWork['limits']>;
type Publication = NonNullable<ProgrammeFinalWork['publication']>;
type Criterion = ProgrammeRubric['criteria'][number];
type CommentField = NonNullable<ProgrammeRubric['comment_fields']>[number];
type Process = ProgrammeRubric['process'];
type Anonymity = NonNullable<Process['anonymity']>;
type Question = ProgrammeSurvey['questions'][number];
type FollowUp = NonNullable<ProgrammeSurvey['follow_up']>;

/** Sections whose meaning the platform knows (R110–R112); any other is a text of the author's own. */
const SECTIONS = ['passport', 'scenario', 'tryout', 'evidence', 'self_analysis', 'model'];

const titled = { key: given, title: line };

/** The final work (R110–R113). */
export const finalWork = {
	final_work: record<ProgrammeFinalWork>({
		title: line,
		kinds: lines,
		brief: note,
		sections: records<Section>(
			{
				key: word(SECTIONS),
				title: line,
				hint: optional(note),
				required: optional({ kind: 'yesNo', absent: true }),
				fields: { ...optional(lines), when: { field: 'key', is: ['passport'] } },
				parts: {
					...optional(records(titled, { title: 'title', open: 'rows', key: { from: 'p' } })),
					when: { field: 'key', is: ['self_analysis'] }
				}
			},
			{ title: 'title', open: 'each', key: { from: 'part_' } }
		),
		limits: optional(
			record<Limits>({
				min_chars_self_analysis: optional(count),
				max_files: optional(count),
				max_file_mb: optional({ kind: 'number' }),
				allowed: optional(lines)
			})
		),
		publication: rare(
			record<Publication>({
				where: line,
				visible_to: line,
				consent_required_for_public: optional({ kind: 'yesNo', absent: false })
			})
		)
	})
} satisfies Partial<ProgrammeFields>;

const LEVELS = [0, 1, 2, 3].map((score) => ({ score, descriptor: '' }));

/** The sheet of peer review and its rules (R115–R118). */
export const rubric = {
	rubric: record<ProgrammeRubric>({
		key: { kind: 'given', blank: 'rubric' },
		title: line,
		max: count,
		criteria: records<Criterion>(
			{
				...titled,
				levels: records(
					{ score: given, descriptor: line },
					{
						title: 'descriptor',
						open: 'rows',
						numbered: { field: 'score', from: 0 },
						blank: LEVELS
					}
				)
			},
			{ title: 'title', open: 'each', key: { from: 'criterion_' } }
		),
		comment_fields: optional(
			records<CommentField>(
				{ key: given, label: line, required: { kind: 'yesNo', blank: true }, min_chars: count },
				{ title: 'label', open: 'rows', key: { from: 'comment_' } }
			)
		),
		process: record<Process>({
			reviews_per_work: { kind: 'count', least: 1 },
			reviews_per_trainee: { kind: 'count', least: 1 },
			min_received: count,
			min_given: count,
			anonymity: rare(
				record<Anonymity>({
					author_visible_to_reviewers: { kind: 'yesNo', blank: true },
					reviewer_visible_to_author: word(['after_announcement'])
				})
			),
			exclude: optional({ kind: 'lines', phrase: 'exclusion' }),
			deadline_days: { kind: 'count', least: 1 },
			result: { kind: 'phrase', phrase: 'sumOfMedians' },
			pass_rule: { kind: 'phrase', phrase: 'passRule' },
			moderation: { kind: 'phrase', phrase: 'moderation' },
			revision: { kind: 'phrase', phrase: 'revision', optional: true }
		})
	})
} satisfies Partial<ProgrammeFields>;

/** Feedback on the programme (R120). */
export const survey = {
	survey: record<ProgrammeSurvey>({
		key: { kind: 'given', blank: 'survey' },
		title: line,
		anonymous: { kind: 'yesNo', blank: true },
		anonymity_threshold: count,
		questions: records<Question>(
			{
				key: given,
				type: choice(['scale5', 'choice', 'nps', 'text'], { blank: 'scale5' }),
				text: line,
				options: { ...optional(lines), when: { field: 'type', is: ['choice'] } }
			},
			{ title: 'text', open: 'rows', key: { from: 's' } }
		),
		follow_up: rare(record<FollowUp>({ after_days: count, questions: lines }))
	})
} satisfies Partial<ProgrammeFields>;

/** What an intern must have done for the document (R119). */
export const completion = {
	completion_rules: records(
		{ key: given, text: { kind: 'phrase', phrase: 'completion' } },
		{ title: 'text', open: 'rows', key: { from: 'c' } }
	)
} satisfies Partial<ProgrammeFields>;
