import { programmeFile } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';

const adhd = programmeFile('adhd-lesson-12h') as ProgrammeDocument;
const RELATED = 2;
const UNRELATED = 0;

/** A whole correlation card in which so many of the ten rows are right by the programme's key. */
export function correlationAnswer(right: number) {
	const { rows = [], expert_key: key = {} } = adhd.forms.correlation_card ?? {};
	const functions = adhd.child_functions ?? [];
	const marks = rows.map((row, place) => {
		const related = place < right ? (key[row.key] ?? []) : [];
		const levels = functions.map(({ key }) => [key, related.includes(key) ? RELATED : UNRELATED]);
		return [row.key, Object.fromEntries(levels)];
	});
	return {
		matrix: Object.fromEntries(marks),
		own_case: 'Ученик А не дослушивает задание до конца.',
		evidence: 'За урок переспросил четыре раза.'
	};
}

/** A whole competence analysis card of one recording. */
export function ratingAnswer() {
	const { indicators = [] } = adhd.forms.competence_analysis_card ?? {};
	const levels = Object.fromEntries(indicators.map(({ key }) => [key, 1]));
	return { ...levels, moment: '2:10, инструкция из трёх слов' };
}
