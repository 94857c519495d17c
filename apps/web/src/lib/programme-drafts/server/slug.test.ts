import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
	['Внимание на уроке', 'vnimanie-na-uroke'],
	['12 приёмов: щука, объём', 'priemov-schuka-obem'],
	['«…»', ''],
	['Очень длинное название программы стажировки для учителей', 'ochen-dlinnoe-nazvanie-programmy-stazhir']
])('%s → %s', (title, slug) => {
	expect(slugOf(title)).toBe(slug);
});
