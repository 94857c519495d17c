import type { PhraseName } from './phrase-name.ts';

/** A ready wording with places for numbers: «сумма ≥ {total} из {max}». */
export type Wording = { text: string; numbers: Record<string, number> };

function wording(text: string, numbers: Record<string, number> = {}): Wording {
	return { text, numbers };
}

/** Wordings that the grammar understands, the usual ones first. What an author writes otherwise is read as well. */
export const WORDINGS: Record<PhraseName, readonly Wording[]> = {
	completion: [
		wording('карта дефицитов подписана'),
		wording('маршрут утверждён'),
		wording('задания маршрута приняты тьютором'),
		wording('карта результативности размещена'),
		wording('итоговая работа опубликована'),
		wording('взаимоэкспертиза выполнена'),
		wording('результат не ниже порога'),
		wording('анкета обратной связи заполнена'),
		wording('проверены данные для ФИС ФРДО (СНИЛС, документ об образовании)')
	],
	coverage: [
		wording('для каждого дефицита программы есть пункт знания и пункт самооценки'),
		wording(
			'для каждого дефицита программы есть не менее одного пункта каждого вида: знание, кейс, самооценка; пунктов вне дефицитов программы нет'
		)
	],
	exclusion: [wording('автор сам себе'), wording('слушатели из той же организации, если хватает других')],
	formula: [wording('доля выполнения = сумма баллов по пунктам дефицита / {max}', { max: 6 })],
	itemScoring: [
		wording('верно – {full}, неверно – 0', { full: 3 }),
		wording('без ошибок – {full}, одна ошибка (лишний или пропущенный вариант) – {almost}, иначе 0', {
			full: 2,
			almost: 1
		}),
		wording('верный порядок – {full}, одна перестановка соседних – {almost}, иначе 0', {
			full: 2,
			almost: 1
		}),
		wording('балл выбранного варианта'),
		wording('балл шкалы')
	],
	mismatch: [
		wording(
			'«переоценка», если самооценка ≥ {over} и знание = {low}; «недооценка», если самооценка ≤ {under} и знание = {high}',
			{ over: 2, low: 0, under: 1, high: 3 }
		),
		wording(
			'«переоценка», если самооценка ≥ {over} и (знание + кейс) < {low}; «недооценка», если самооценка ≤ {under} и (знание + кейс) = {high}',
			{ over: 2, low: 3, under: 1, high: 6 }
		)
	],
	missing: [
		wording('неотвеченный пункт = 0 баллов; если не отвечено больше {most} пунктов, карта не строится', {
			most: 2
		})
	],
	moderation: [
		wording('разница сумм {spread} и более – решает тьютор', { spread: 5 }),
		wording(
			'если у двух рецензентов сумма отличается на {spread} и более или результат ниже порога, решение принимает тьютор; решение с обоснованием',
			{ spread: 6 }
		)
	],
	passRule: [
		wording('сумма ≥ {total} из {max} и ни один критерий не равен 0', { total: 8, max: 15 }),
		wording('сумма ≥ {total} из {max}', { total: 8, max: 15 })
	],
	presence: [wording('есть, если уровень частичный или выраженный')],
	revision: [
		wording('при результате ниже порога – одна доработка в течение {days} дней', { days: 7 }),
		wording('доработка не предусмотрена')
	],
	rowRule: [
		wording(
			'строка верна, если все функции ключа отмечены «связано» и не более {extra} лишних отметок «связано»',
			{
				extra: 1
			}
		),
		wording('строка верна, если все функции ключа отмечены «связано», лишних отметок нет')
	],
	selfAnalysis: [wording('ответ на каждый вопрос не короче {length} знаков', { length: 100 })],
	selfCheck: [wording('задание отправляется тьютору, если заполнены все пункты')],
	sumOfMedians: [wording('медиана по критерию, сумма медиан')]
};

const SLOT = /\{(\w+)\}/g;

/** A wording with its numbers in their places. */
export function worded({ text }: Wording, numbers: Record<string, number>): string {
	return text.replace(SLOT, (slot, name: string) => String(numbers[name] ?? slot));
}

/** The wording that a text was made of, and its numbers; null for an author's own words. */
export function wordingOf(
	phrase: PhraseName,
	text: string
): { index: number; numbers: Record<string, number> } | null {
	for (const [index, one] of WORDINGS[phrase].entries()) {
		const numbers = numbersIn(one, text.trim());
		if (numbers) return { index, numbers };
	}
	return null;
}

function numbersIn({ text, numbers }: Wording, said: string): Record<string, number> | null {
	const pattern = text
		.split(SLOT)
		.map((piece, n) => (n % 2 === 1 ? '(\\d{1,4})' : escaped(piece)))
		.join('');
	const found = new RegExp(`^${pattern}$`, 'u').exec(said);
	if (!found) return null;
	return Object.fromEntries(Object.keys(slots(text, numbers)).map((name, n) => [name, Number(found[n + 1])]));
}

/** Names of the places in the order in which they stand. */
function slots(text: string, numbers: Record<string, number>): Record<string, number> {
	const names = [...text.matchAll(SLOT)].map(([, name = '']) => name);
	return Object.fromEntries(names.map((name) => [name, numbers[name] ?? 0]));
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
