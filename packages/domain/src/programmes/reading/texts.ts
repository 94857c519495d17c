import { normalise } from './phrase.ts';

const LENGTH =
	/^(?:ответ\S*(?: на (?:каждый|все) вопрос\S*)?|каждый ответ|самоанализ)(?: -)? (?:не (?:короче|менее|меньше)|от|минимум|длиннее|>=) ?(\d+) (?:знак|символ)\S*(?: с пробелами)?$/;
const EVERY_ITEM =
	/^задание (?:отправляется|сдается|передается)(?: тьютору)?,? если (?:заполнены|отмечены) все пункты$/;

/** «ответ на каждый вопрос не короче 100 знаков»: the number of characters. */
export function readMinLength(text: string): number | null {
	const digits = LENGTH.exec(normalise(text))?.[1];
	return digits === undefined ? null : Number(digits);
}

/** «задание отправляется тьютору, если заполнены все пункты»: the only rule of a self-check there is (R101). */
export function asksEveryItem(text: string): boolean {
	return EVERY_ITEM.test(normalise(text));
}

/** «mastery = сумма баллов по пунктам дефицита / 9»: the maximum that the sum is divided by. */
export function readDivisor(text: string): number | null {
	const digits =
		/^(?:mastery|доля(?: выполнения)?|освоение) ?= ?сумма баллов(?: по пунктам(?: дефицита)?)? ?[/:] ?(\d+)$/.exec(
			normalise(text)
		)?.[1];
	return digits === undefined ? null : Number(digits);
}

/** «есть, если уровень partial или expressed»: a deficit is present at both levels below «none». */
export function isPresentBelowNone(text: string): boolean {
	return /^(?:дефицит )?есть,? если уровень (?:partial или expressed|expressed или partial|частичный или выраженный|выраженный или частичный|не none)$/.test(
		normalise(text)
	);
}
