import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import formative from '../../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { check } from '../checking/check.ts';
import type { ProgrammeDocument, ProgrammeItem } from '../document.ts';
import { changed } from '../example-changes.ts';
import { settledItem } from './item-scoring.ts';
import { previewForm } from './preview-form.ts';
import {
	CARD_KEYS,
	ownCardKey,
	reshaped,
	retyped,
	shapesOf,
	starterCard,
	type CardShape
} from './starters.ts';

const PROGRAMME = formative as unknown as ProgrammeDocument;
const SHAPES: CardShape[] = ['matrix', 'table', 'rating_grid', 'form'];

describe('a card that begins', () => {
	test.each(CARD_KEYS)('%s has the usual shape and nothing that is wrong but what is still empty', (key) => {
		const card = starterCard(key, 'Карта');
		expect([card.title, card.type]).toEqual(['Карта', shapesOf(key)[0]]);
		const found = check(changed(PROGRAMME, { [`forms.${key}`]: card })).filter(
			({ place, severity }) => place.startsWith(`forms.${key}`) && severity === 'error'
		);
		const empty = ['card.no_rows', 'card.no_columns', 'card.no_fields'];
		expect(found.filter(({ code }) => !empty.includes(code))).toEqual([]);
	});

	test('R84 a programme has as many cards of its own as its author needs, in any shape that can be filled', () => {
		expect(ownCardKey([...CARD_KEYS])).toBe('own_card_1');
		expect(ownCardKey(['own_card_1', 'own_card_3'])).toBe('own_card_2');
		for (const shape of shapesOf('own_card_1')) {
			const begun = starterCard('own_card_1', 'Дневник наблюдений', shape);
			const { definition, lacks } = previewForm(changed(PROGRAMME, { 'forms.own_card_1': begun }), {
				of: 'card',
				key: 'own_card_1'
			});
			expect([shape, definition, lacks.length > 0]).toEqual([shape, null, true]);
		}
		const card = {
			...starterCard('own_card_1', 'Дневник'),
			fields: [{ key: 'f1', label: 'Что', type: 'text' }]
		};
		expect(check(changed(PROGRAMME, { 'forms.own_card_1': card }))).toEqual(check(PROGRAMME));
	});

	test('R107 the effectiveness card has what means are counted from', () => {
		const card = starterCard('effectiveness_card', 'Карта');
		const { definition } = previewForm(changed(PROGRAMME, { 'forms.effectiveness_card': card }), {
			of: 'card',
			key: 'effectiveness_card'
		});
		expect(definition?.sections.map(({ key }) => key)).toEqual(['conditions', 'measurements', 'conclusions']);
	});
});

describe('a card in another shape', () => {
	test('keeps its title and its place, and becomes whole again when it is turned back', () => {
		const places = ['title', 'filled_by', 'module', 'activity'] as const;
		fc.assert(
			fc.property(fc.constantFrom(...SHAPES), fc.constantFrom(...SHAPES), (one, other) => {
				const card = { ...starterCard('blank_plan', 'Карта', one), filled_by: 'trainee', module: 1 };
				const turned = reshaped(card, other);
				expect(places.map((place) => turned[place])).toEqual(places.map((place) => card[place]));
				expect(turned.type).toBe(other);
				expect(reshaped(turned, one)).toEqual(reshaped(reshaped(card, other), one));
				expect(reshaped(card, one)).toEqual(card);
			})
		);
	});

	test('columns taken from the deficits do not become columns of a table', () => {
		const matrix = starterCard('correlation_card', 'Карта');
		expect([matrix.columns, reshaped(matrix, 'table').columns]).toEqual(['deficits', []]);
		const own = { ...matrix, columns: [{ key: 'c1', label: 'Память' }] };
		expect(reshaped(own, 'table').columns).toEqual(own.columns);
	});
});

describe('an item in another type', () => {
	const types: ProgrammeItem['type'][] = [
		'single_choice',
		'multiple_choice',
		'graded_choice',
		'ordering',
		'scale'
	];

	test('keeps its question, and its words wherever they can stand', () => {
		const item = PROGRAMME.diagnostic.items[0]!;
		fc.assert(
			fc.property(fc.constantFrom(...types), fc.constantFrom(...types), (one, other) => {
				const turned = retyped(retyped(item, one), other);
				expect([turned.key, turned.stem, turned.deficit, turned.type]).toEqual([
					item.key,
					item.stem,
					item.deficit,
					other
				]);
				expect(settledItem(turned).scoring).toBe(turned.scoring);
				if (one === 'scale' || other === 'scale') return;
				const words = (turned.options ?? turned.elements ?? []).map(({ text }) => text);
				expect(words).toEqual(item.options!.map(({ text }) => text));
			})
		);
	});

	test('a self-assessment begins with its four levels', () => {
		const blank = { ...PROGRAMME.diagnostic.items[0]!, options: [], max: 0, scoring: '' };
		expect(retyped(blank, 'scale')).toMatchObject({ max: 3, scoring: 'балл шкалы' });
		expect(retyped(blank, 'scale').scale).toEqual(PROGRAMME.diagnostic.items[1]!.scale);
	});
});
