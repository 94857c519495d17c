import { clausesOf, normalise } from './phrase.ts';

const REVISION =
	/^(?:(?:при результате|если результат|при сумме) ниже порога(?: -|,)? ?)?(?:возможна |допускается |разрешена |дается )?1 доработка(?: работы)?,? (?:в течение|за|срок -?) ?(\d+)? ?(дн\S*|календарн\S* дн\S*|сут\S*|недел\S*)$/;
const NO_REVISION =
	/^(?:без доработки|доработк\S* (?:нет|не (?:предусмотрен\S*|допускается|предполагается)))$/;
const OF_THEMSELVES =
	/^(?:автор\S* (?:не )?(?:рецензиру\S* )?(?:сам\S* )?(?:себ\S*|сво\S* работ\S*)|сво\S* работ\S*|сам себе|автор\S* сам\S* себ\S*)$/;
const SAME_ORGANISATION =
	/^(?:слушател\S*|стажер\S*|коллег\S*|участник\S*|педагог\S*|рецензент\S*)(?: автора)? из (?:той же|одной|своей|1) (?:организаци\S*|школ\S*)(?:, если (?:хватает|достаточно) других(?: рецензентов)?)?$/;
const MEDIAN = /медиан/;
const SUM = /сумм/;

/** Days for the one revision; `null` when the programme says that there is none; `undefined` when not understood. */
export function readRevision(text: string): number | null | undefined {
	const phrase = normalise(text);
	if (NO_REVISION.test(phrase)) return null;

	const [, count, unit] = REVISION.exec(phrase) ?? [];
	if (unit === undefined) return undefined;
	return Number(count ?? 1) * (unit.startsWith('недел') ? 7 : 1);
}

/** Who does not review whom. Nobody reviews their own work in any programme; colleagues are kept apart on request. */
export function readExclusion(text: string): 'self' | 'same_organisation' | null {
	const phrase = normalise(text);
	if (OF_THEMSELVES.test(phrase)) return 'self';
	return SAME_ORGANISATION.test(phrase) ? 'same_organisation' : null;
}

/** The only way of counting that the platform knows: the median of each criterion, then the sum of the medians. */
export function isSumOfMedians(text: string): boolean {
	const phrase = normalise(text);
	return (
		MEDIAN.test(phrase) &&
		SUM.test(phrase) &&
		!/средн|максимал|минимал/.test(phrase) &&
		clausesOf(phrase).length <= 2
	);
}
