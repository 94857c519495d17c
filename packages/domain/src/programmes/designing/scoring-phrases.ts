import type { ProgrammeItem } from '../document.ts';

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
