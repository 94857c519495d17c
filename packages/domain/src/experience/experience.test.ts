import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lacksOf, linksIn, writingFaults, type ExperienceText } from './index.ts';

const WHOLE: ExperienceText = {
	title: 'Пауза как приём удержания внимания',
	theme: 'Учебная мотивация',
	authors: 'Ольхова Т. В.',
	done: 'На двенадцати уроках вводили паузу перед новым заданием.',
	changed: 'Доля учеников, которые начинают сразу, выросла с 40 до 70 %.',
	links: ['https://school.ru/pause'],
	deficits: [],
	checked: false
};

test('R141: a summary is shown only when it says what was done, what changed, what proves it and whose it is', () => {
	const part = fc.constantFrom('theme', 'authors', 'done', 'changed', 'links');
	fc.assert(
		fc.property(fc.uniqueArray(part), (parts) => {
			const emptied = Object.fromEntries(parts.map((name) => [name, name === 'links' ? [] : '']));
			const lacks = lacksOf({ ...WHOLE, ...emptied }).map(({ field }) => field);
			expect(lacks.toSorted()).toEqual(parts.toSorted());
		})
	);
});

test('R166: what resembles a pupil stops a summary until somebody has looked', () => {
	const named = { ...WHOLE, done: 'Пётр Иванов, ученик 3 класса, у него СДВГ.' };
	const [fault] = lacksOf(named);
	expect(fault).toMatchObject({ field: 'checked', code: 'experience.pupils' });
	expect(fault?.limit).toContain('«');
	expect(lacksOf({ ...named, checked: true })).toEqual([]);
});

test('R141: a draft may be short, its addresses are addresses and its deficits are those of the site', () => {
	expect(writingFaults({ links: [], deficits: [] }, [])).toEqual([]);
	expect(writingFaults({ links: ['school.ru'], deficits: ['Чужой'] }, ['Свой'])).toEqual([
		{ field: 'links', code: 'passport.link_wrong' },
		{ field: 'deficits', code: 'experience.deficit_unknown' }
	]);
	expect(linksIn(' https://a.ru/1 \n\nhttps://b.ru/2\nhttps://a.ru/1')).toEqual([
		'https://a.ru/1',
		'https://b.ru/2'
	]);
});
