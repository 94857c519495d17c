import { expect, test } from 'vitest';
import { figuresOf, withoutComputed } from './figures.ts';

test('R107: the result is drawn as soon as there are numbers on both sides and a direction', () => {
	expect(figuresOf({ baseline: [6, 7], after: [], better_is: 'растёт' })).toBeNull();
	expect(figuresOf({ baseline: [6, 7, 5], after: [9, 8, 10], better_is: null })).toBeNull();
	expect(figuresOf({ baseline: [6, 7, 5], after: [9, 8, 10], better_is: 'растёт' })).toMatchObject({
		afterMean: 9,
		changePercent: 50
	});
});

test('the empty boxes of the result are not drawn while the card is being filled', () => {
	const definition = withoutComputed({
		key: 'card',
		title: 'Карта',
		sections: [
			{ key: 'a', fields: [{ key: 'after', label: 'После', kind: 'numbers' }] },
			{ key: 'b', title: 'Итог', fields: [{ key: 'mean', label: 'Среднее', kind: 'computed' }] }
		]
	});
	expect(definition.sections.map(({ key }) => key)).toEqual(['a']);
});
