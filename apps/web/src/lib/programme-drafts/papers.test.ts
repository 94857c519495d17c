import { expect, test } from 'vitest';
import { papersOf } from './papers.ts';

test('R121: a button for a file says what one gets, not only what the file ends with', () => {
	const papers = papersOf('/api/programme-versions/v1');
	expect(papers.map(({ href }) => href)).toEqual([
		'/api/programme-versions/v1/paper.pdf',
		'/api/programme-versions/v1/paper.docx',
		'/api/programme-versions/v1/file'
	]);
	for (const { words } of papers) expect(words).toMatch(/^(Документ|Файл) [а-яё ]+, \w+$/);
});
