import { expect, test } from 'vitest';
import { EXAMPLES, validate, type FormDefinition, type Pattern } from './index.ts';

const form = (pattern: Pattern): FormDefinition => ({
	...{ key: 'form', title: 'Форма' },
	sections: [{ key: 'all', fields: [{ key: 'field', label: 'Поле', kind: 'shortText', pattern }] }]
});
const codes = (pattern: Pattern, field: string, mode: 'draft' | 'final' = 'final') =>
	validate(form(pattern), { field }, mode).map(({ code }) => code);

test.each<[Pattern, string]>([
	...Object.entries(EXAMPLES).map(([pattern, text]): [Pattern, string] => [pattern as Pattern, text]),
	['email', 'school-7@mail.example'],
	['email', 'school@школа.рф, head@mail.example'],
	['phone', '8 (384-2) 31-15-86'],
	['phone', '+7 913 000-00-00, доб. 12; факс: 31-15-87'],
	['phone', '2-14-55'],
	['link', 'https://school.example/news?id=1'],
	['online', 'school@mail.example; https://school.example'],
	['online', 'школа7.рф']
])('R13: a %s may be written as «%s»', (pattern, text) => {
	expect(codes(pattern, text)).toEqual([]);
});

test.each<[Pattern, string]>([
	['email', 'школа'],
	['email', 'school@'],
	['email', 'school@mail.example, school'],
	['phone', 'позвоните нам'],
	['phone', '12'],
	['phone', 'school@mail.example'],
	['link', 'на сайте школы'],
	['link', 'javascript:alert(1)'],
	['online', 'есть']
])('R13: what is no %s is told when it is handed in, and kept in a draft: «%s»', (pattern, text) => {
	expect(codes(pattern, text)).toEqual([pattern]);
	expect(codes(pattern, text, 'draft')).toEqual([]);
});
