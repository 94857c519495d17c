import { clausesOf, normalise } from './phrase.ts';

/** A tutor decides when the sums of two reviewers differ by `spread` or more, and perhaps below the threshold. */
export type Moderation = { spread: number; belowThreshold: boolean };

const DIFFERENCE =
	'(?:(?:у|между) 2 рецензент\\S* )?(?:сумм\\S* (?:баллов )?|оценк\\S* |балл\\S* |итог\\S* )?(?:отличает\\S*|отличают\\S*|различает\\S*|расход[яи]т\\S*|разниц\\S*|расхождени\\S*)(?: сумм\\S*| балл\\S*| оценк\\S*| рецензент\\S*)*(?: на| в| -| составляет)?';
const AT_LEAST = new RegExp(
	`^${DIFFERENCE} (?:(\\d+)(?: балл\\S*)? (?:и|или) (?:более|больше)|(?:>= ?|не (?:менее|меньше)(?: чем)? (?:на )?|от )(\\d+))(?: балл\\S*)?$`
);
const MORE_THAN = new RegExp(
	`^${DIFFERENCE} (?:> ?|(?:более|больше|свыше)(?: чем)? (?:на )?)(\\d+)(?: балл\\S*)?$`
);
const BELOW = /^(?:результат|итог|сумма)(?: оказ\S*)? (?:ниже порог\S*|не достиг\S* порог\S*|< порог\S*)$/;
const TUTOR =
	/^(?:то )?(?:решение принимает тьютор|решает тьютор|тьютор решает|тьютор принимает решение|решение за тьютором)$/;
const REASON =
	/^(?:решение )?(?:с обоснованием|обоснование обязательно|обосновывается|тьютор обосновывает решение)$/;

/** Reads «если у двух рецензентов сумма отличается на 6 и более или результат ниже порога, решение принимает тьютор». */
export function readModeration(text: string): Moderation | null {
	const phrase = normalise(text)
		.replace(/^если\s+/, '')
		.replace(/ - (?=\d)/g, ' ');
	const spreads: number[] = [];
	let belowThreshold = false;
	let tutor = false;

	for (const clause of clausesOf(phrase, /[,;]| - |(?<!\d(?: балл\S*)?) или /)) {
		const spread = spreadOf(clause);
		if (spread !== null) spreads.push(spread);
		else if (BELOW.test(clause)) belowThreshold = true;
		else if (TUTOR.test(clause)) tutor = true;
		else if (!REASON.test(clause)) return null;
	}
	const [spread, ...rest] = spreads;
	return tutor && spread !== undefined && rest.length === 0 ? { spread, belowThreshold } : null;
}

function spreadOf(clause: string): number | null {
	const least = AT_LEAST.exec(clause);
	if (least) return Number(least[1] ?? least[2]);

	const more = MORE_THAN.exec(clause)?.[1];
	return more === undefined ? null : Number(more) + 1;
}
