import { expect, test } from 'vitest';
import { dateWords } from './words.ts';

test('a date of a source is told as a date, and as it stands where it is none', () => {
	expect(dateWords('2021-12-20')).toBe('20\u00a0декабря 2021\u00a0г.');
	expect(dateWords('2023-05')).toBe('май 2023\u00a0г.');
	for (const words of ['', 'к лету', '2021', '2021-13', '2021-12-20 (вторник)'])
		expect(dateWords(words)).toBe(words);
});
