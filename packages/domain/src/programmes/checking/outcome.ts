import type { ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

const SMALLEST_GROUP = 5;
const PUPIL_CODE_PATTERN = 'Ученик [А-Я]';

/** The final work is tried out and analysed by its author (R110–R112); the survey asks, and hides groups under five. */
export function checkOutcome({ final_work, survey, privacy }: ProgrammeDocument): Finding[] {
	const sections = final_work.sections.map((section) => section.key);
	const pattern = privacy?.pupil_code_pattern;
	return [
		...(final_work.kinds.length > 0 ? [] : [error('final_work.kinds', 'final_work.no_kinds')]),
		...(sections.length > 0
			? checkSections(sections)
			: [error('final_work.sections', 'final_work.no_sections')]),
		...(survey.questions.length > 0 ? [] : [error('survey.questions', 'survey.no_questions')]),
		...survey.questions
			.filter((question) => question.type === 'choice' && (question.options ?? []).length < 2)
			.map((question) => error(`survey.questions.${question.key}.options`, 'survey.no_options')),
		...(survey.anonymous && survey.anonymity_threshold < SMALLEST_GROUP
			? [
					error('survey.anonymity_threshold', 'survey.threshold_low', {
						expected: SMALLEST_GROUP,
						found: survey.anonymity_threshold
					})
				]
			: []),
		...(pattern === undefined || pattern === PUPIL_CODE_PATTERN
			? []
			: [
					error('privacy.pupil_code_pattern', 'privacy.pupil_code', {
						expected: PUPIL_CODE_PATTERN,
						found: pattern
					})
				])
	];
}

function checkSections(sections: string[]): Finding[] {
	return [
		...(sections.includes('tryout') ? [] : [error('final_work.sections', 'final_work.no_tryout')]),
		...(sections.includes('self_analysis')
			? []
			: [error('final_work.sections', 'final_work.no_self_analysis')])
	];
}
