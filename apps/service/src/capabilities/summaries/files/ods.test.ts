import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FileTable } from './file-table.ts';
import { writeOds } from './ods.ts';

const table: FileTable = {
	...{ title: 'Готовность рекомендовать', about: [], heads: ['Площадка', 'В пунктах'] },
	...{ names: 1, beside: 1 },
	rows: [20, -7.5, 0].map((value) => ['Школа', { value, unit: 'points' as const }]),
	...{ total: null, definitions: [], picture: null }
};

test('points have their sign in an ODS, in the words and in the format that spreadsheets show them by', () => {
	const content = strFromU8(unzipSync(writeOds(table))['content.xml']!);
	const file = new DOMParser().parseFromString(content, 'text/xml');
	const cells = [...file.getElementsByTagName('table:table-cell')].filter((cell) =>
		cell.hasAttribute('office:value')
	);
	expect(cells.map((cell) => cell.textContent)).toEqual(['+20\u00a0п.', '−7,5\u00a0п.', '0\u00a0п.']);
	const gain = [...file.getElementsByTagName('number:number-style')].find(
		(style) => style.getAttribute('style:name') === 'gain'
	);
	expect(gain?.textContent).toBe('+ п.');
	const [map] = [...file.getElementsByTagName('style:map')];
	expect(map?.getAttribute('style:apply-style-name')).toBe('gain');
	expect(map?.parentNode).toMatchObject({ localName: 'number-style' });
});
