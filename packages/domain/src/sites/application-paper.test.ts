import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import type { RegulationProfile } from '../regulations/index.ts';
import { applicationPaper } from './index.ts';

const read = (json: unknown) => json as RegulationProfile;
const printed = {
	title: 'Площадка',
	organisation: 'Школа № 1',
	answers: { application: { org_head: 'Полозьев Д. И.' }, programme: {}, eligibility: {} },
	approval: { approved: { name: 'Полозьев Д. И.', position: 'Директор', on: '2027-01-11' } },
	files: {},
	handedIn: false
};

test('R16, R41: the form, the programme with its approvals and the statements are one paper', () => {
	const { blocks } = applicationPaper(read(kuzbass), printed);
	const of = (kind: string) => blocks.filter((block) => block.kind === kind);
	expect(of('newPage')).toHaveLength(2);
	expect(of('annex')).toMatchObject([{ lines: ['Приложение 1'] }, { lines: ['Приложение 2'] }]);
	expect(of('title')).toMatchObject([{ subject: 'Площадка' }, {}, {}]);
	expect(of('grifs')).toMatchObject([
		{
			right: { word: 'УТВЕРЖДАЮ', lines: ['Директор'], name: 'Полозьев Д. И.' },
			left: { word: 'СОГЛАСОВАНО', lines: ['руководитель муниципального органа управления образованием'] }
		}
	]);
});

test('where nobody approves the programme, nothing stands over it', () => {
	const { blocks } = applicationPaper(read(lenobl), printed);
	expect(blocks.filter(({ kind }) => kind === 'grifs')).toEqual([]);
});
