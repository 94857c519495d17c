import { normalise } from './phrase.ts';

export type PassRule = { total: number; outOf: number | null; noZero: boolean };

const TOTAL =
	/^(?:сумма|итог|результат|итоговый балл|набрано)(?: баллов| медиан)? ?(?:>=|не (?:меньше|менее|ниже)|от) ?(\d+)(?: балл\S*)?(?: из (\d+)(?: балл\S*)?)?$/;
const NO_ZERO = [
	/^ни 1 критерий не (?:равен|оценен(?: в| на)?|имеет(?: оценки| балла)?) 0(?: балл\S*)?$/,
	/^ни по 1 критерию (?:нет|не стоит|не выставлен\S*) 0(?: балл\S*| оценк\S*)?$/,
	/^нет (?:критериев|оценок|баллов)(?: с| со| с оценкой| с баллом| равных)? 0$/,
	/^(?:нет|без) 0(?: по критериям| оценок)?$/,
	/^0 оценок нет$/,
	/^(?:по )?кажд(?:ый|ому) критери(?:й|ю)(?: оценен)?(?: -)? не (?:меньше|менее|ниже) 1(?: балл\S*)?$/
];

/** Reads «сумма ≥ 10 из 18 и ни один критерий не равен 0». `null`: some part is not understood. */
export function readPassRule(text: string): PassRule | null {
	let total: RegExpExecArray | null = null;
	let noZero = false;

	for (const clause of normalise(text).split(/\s+и\s+|[,;]\s*(?:и\s+|при этом\s+)?/)) {
		const here = TOTAL.exec(clause);
		if (here && !total) total = here;
		else if (!noZero && NO_ZERO.some((words) => words.test(clause))) noZero = true;
		else return null;
	}
	return (
		total && { total: Number(total[1]), outOf: total[2] === undefined ? null : Number(total[2]), noZero }
	);
}
