import type { ProgrammeItem } from '../document.ts';
import { clausesOf, normalise } from './phrase.ts';

/** Points for a faultless answer, for one small mistake (if the author allows one), and for anything else. */
export type Points = { full: number; almost: number | null; other: number };

const CLAUSE = /^(.*?)\s*(?:[-:=]\s*)?(\d+)(?:\s*балл\S*)?$/;
const FULL =
	/^(?:все )?(?:верн|правильн)\S*(?: ответ| выбор| порядок)?$|^без ошибок$|^полностью (?:верн|правильн)\S*$/;
const OTHER =
	/^(?:неверн|неправильн)\S*(?: ответ| выбор| порядок)?$|^иначе$|^в остальных случаях$|^(?:все )?остальное$|^(?:2|больше 1|более 1)(?: и более)? ошиб\S*$|^ошибка$/;
const ALMOST = {
	multiple_choice:
		/^1 ошибк\S*$|^1 (?:лишний|пропущенный)(?: или (?:лишний|пропущенный))? вариант$|^с 1 ошибкой$/,
	ordering:
		/^1 (?:перестановк|обмен|замен)\S*(?: 2)?(?: соседн\S*)?(?: элемент\S*| шаг\S*)?$|^1 соседн\S* перестановк\S*$/
};

/**
 * Reads «верно – 3, неверно – 0» and «без ошибок – 2, одна ошибка (лишний или пропущенный вариант) – 1, иначе 0».
 * `null`: a clause is unknown, said twice, or the phrase does not say what happens otherwise.
 */
export function readPoints(
	type: 'single_choice' | 'multiple_choice' | 'ordering',
	scoring: string
): Points | null {
	const points: { full?: number; almost?: number; other?: number } = {};

	for (const clause of clausesOf(normalise(scoring))) {
		const parts = CLAUSE.exec(clause);
		const part = parts && partOf(type, parts[1] ?? '');
		if (!parts || !part || points[part] !== undefined) return null;
		points[part] = Number(parts[2]);
	}
	if (points.full === undefined || points.other === undefined) return null;
	return { full: points.full, almost: points.almost ?? null, other: points.other };
}

function partOf(type: ProgrammeItem['type'], words: string): keyof Points | null {
	if (FULL.test(words)) return 'full';
	if (OTHER.test(words)) return 'other';
	if ((type === 'multiple_choice' || type === 'ordering') && ALMOST[type].test(words)) return 'almost';
	return null;
}

/** «балл выбранного варианта». */
export function isPointsOfOption(scoring: string): boolean {
	return /^балл\S*(?: выбранного)? (?:варианта|ответа)$/.test(normalise(scoring));
}

/** «балл шкалы». */
export function isPointsOfScale(scoring: string): boolean {
	return /^(?:балл\S*|значение)(?: по)? шкал[ыеа]$|^значение(?: выбранной)? отметки$/.test(
		normalise(scoring)
	);
}
