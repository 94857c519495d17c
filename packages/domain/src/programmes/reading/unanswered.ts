import { clausesOf, normalise } from './phrase.ts';

const ZERO =
	/^неотвеченн\S* пункт\S* ?[-=:]? ?(?:0 балл\S*|0)$|^пропущенн\S* пункт\S* ?[-=:]? ?(?:0 балл\S*|0)$/;
const NO_CARD = /^(?:то )?карт[аы](?: дефицитов)? не (?:строится|составляется|формируется|выдается)$/;
const MORE =
	/^если (?:не отвечен\S*|пропущен\S*|без ответа(?: остал\S*)?) (?:больше|более|свыше)(?: чем)? (\d+)(?: пункт\S*| вопрос\S*)?$/;
const AT_LEAST =
	/^если (?:не отвечен\S*|пропущен\S*|без ответа(?: остал\S*)?)(?: (\d+)(?: пункт\S*| вопрос\S*)? (?:и|или) (?:более|больше)(?: пункт\S*| вопрос\S*)?| не менее (\d+)(?: пункт\S*)?)$/;

/**
 * How many items may stay unanswered before no card is built: «если не отвечено больше 4 пунктов, карта не строится».
 * `null`: not understood, or a missing item is worth something other than 0.
 */
export function readMaxUnanswered(text: string): number | null {
	const clauses = clausesOf(normalise(text));
	const limits = clauses.map(limitOf);
	const known = clauses.every((clause, n) => limits[n] !== null || ZERO.test(clause) || NO_CARD.test(clause));
	const [limit, ...rest] = limits.filter((found) => found !== null);

	return known && limit !== undefined && rest.length === 0 && clauses.some((clause) => NO_CARD.test(clause))
		? limit
		: null;
}

function limitOf(clause: string): number | null {
	const more = MORE.exec(clause)?.[1];
	if (more !== undefined) return Number(more);

	const least = AT_LEAST.exec(clause);
	return least ? Number(least[1] ?? least[2]) - 1 : null;
}
