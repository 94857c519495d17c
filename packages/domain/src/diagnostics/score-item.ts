import type { ItemKey } from '../programmes/rules.ts';

/** Points of one item. An answer that is missing or is not an answer to this item scores nothing and is not answered. */
export type ItemScore = { points: number; answered: boolean };

const UNANSWERED: ItemScore = { points: 0, answered: false };

/** Points for an answer by the item's own key (R90). Never throws, whatever came in. */
export function scoreItem(item: ItemKey, answer: unknown): ItemScore {
	switch (item.type) {
		case 'single_choice':
			return typeof answer === 'string' && answer !== ''
				? points(answer === item.correct ? item.max : 0)
				: UNANSWERED;
		case 'graded_choice':
			return typeof answer === 'string' && Object.hasOwn(item.points, answer)
				? points(item.points[answer] ?? 0)
				: UNANSWERED;
		case 'scale':
			return typeof answer === 'number' && item.values.includes(answer) ? points(answer) : UNANSWERED;
		case 'multiple_choice':
			return scoreChoices(item, answer);
		case 'ordering':
			return scoreOrder(item, answer);
	}
}

/** An error is an option too many or an option missing; one of them still earns `oneErrorPoints`. */
function scoreChoices(item: Extract<ItemKey, { type: 'multiple_choice' }>, answer: unknown): ItemScore {
	if (!isListOf(item.options, answer) || answer.length === 0) return UNANSWERED;

	const marked = new Set(answer);
	const errors = item.options.filter((option) => marked.has(option) !== item.correct.includes(option)).length;

	if (errors === 0) return points(item.max);
	return points(errors === 1 ? item.oneErrorPoints : 0);
}

/** Only a whole order is an answer; exchanging one pair of neighbours still earns `oneSwapPoints`. */
function scoreOrder(item: Extract<ItemKey, { type: 'ordering' }>, answer: unknown): ItemScore {
	if (!isListOf(item.order, answer) || answer.length !== item.order.length) return UNANSWERED;
	if (new Set(answer).size !== answer.length || answer.length === 0) return UNANSWERED;

	const wrong = item.order.flatMap((key, place) => (answer[place] === key ? [] : [place]));
	const [first, second] = wrong;

	if (first === undefined) return points(item.max);
	return points(wrong.length === 2 && second === first + 1 ? item.oneSwapPoints : 0);
}

function isListOf(known: string[], answer: unknown): answer is string[] {
	return Array.isArray(answer) && answer.every((key) => typeof key === 'string' && known.includes(key));
}

function points(value: number): ItemScore {
	return { points: value, answered: true };
}
