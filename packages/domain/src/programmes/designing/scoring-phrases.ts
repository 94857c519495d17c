import type { ProgrammeItem } from '../document.ts';
import type { Condition, ItemKind } from '../rules.ts';
import type { Flag } from '../reading/conditions.ts';

const POINTS_OF_OPTION = 'балл выбранного варианта';
const POINTS_OF_SCALE = 'балл шкалы';

/** The author's rule of an item in the words that are read back: `almost` are points for one small mistake. */
export function itemPhrase(type: ProgrammeItem['type'], full: number, almost: number | null): string {
	switch (type) {
		case 'single_choice':
			return `верно – ${full}, неверно – 0`;
		case 'multiple_choice':
			return almost === null
				? `без ошибок – ${full}, иначе 0`
				: `без ошибок – ${full}, одна ошибка (лишний или пропущенный вариант) – ${almost}, иначе 0`;
		case 'ordering':
			return almost === null
				? `верный порядок – ${full}, иначе 0`
				: `верный порядок – ${full}, одна перестановка соседних – ${almost}, иначе 0`;
		case 'graded_choice':
			return POINTS_OF_OPTION;
		case 'scale':
			return POINTS_OF_SCALE;
	}
}

/** The share of a deficit's points: «mastery = сумма баллов по пунктам дефицита / 9». */
export function formulaPhrase(max: number): string {
	return `mastery = сумма баллов по пунктам дефицита / ${max}`;
}

export const PRESENCE_PHRASE = 'есть, если уровень partial или expressed';

/** What is done about items that were left out. */
export function unansweredPhrase(most: number): string {
	return `неотвеченный пункт = 0 баллов; если не отвечено больше ${most} пунктов, карта не строится`;
}

/** When a row of the correlation card is right (R85): «строка верна, если все функции ключа отмечены «связано» и …». */
export function rowPhrase(label: string, extra: number): string {
	const rest =
		extra === 0
			? 'без лишних отметок'
			: extra === 1
				? 'не более одной лишней отметки'
				: `не более ${extra} лишних отметок`;
	return `строка верна, если все функции ключа отмечены «${label}» и ${rest} «${label}»`;
}

const KINDS: Record<ItemKind, string> = { knowledge: 'знание', case: 'кейс', self_assessment: 'самооценка' };
const SIGNS: Record<Condition['op'], string> = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' };

/** «переоценка», если самооценка ≥ 2 и (знание + кейс) < 3; … */
export function flagsPhrase(flags: readonly Flag[]): string {
	return flags
		.map(({ label, when }) => `«${label}», если ${when.map(conditionPhrase).join(' и ')}`)
		.join('; ');
}

function conditionPhrase({ sum, op, value }: Condition): string {
	const named = sum.map((kind) => KINDS[kind]).join(' + ');
	const number = String(value).replace('.', ',');
	return `${sum.length > 1 ? `(${named})` : named} ${SIGNS[op]} ${number}`;
}
