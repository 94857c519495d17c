import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import { validate, type FormDefinition } from '../forms/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { prefilled, sheetsOf, type KnownOrganisation } from './index.ts';

const known: KnownOrganisation = {
	...{ title: 'МБОУ «Школа № 7»', address: 'г. Кедровск, ул. Лесная, 1', head: 'Полозьев Демид Ильич' },
	...{ phone: '8 (384-2) 31-15-86', email: 'shkola7@mail.example', website: 'https://shkola7.example' },
	...{ inn: '4200000000', licence: { number: '18-77', date: '2021-03-01' } }
};
const form = (profile: unknown) =>
	sheetsOf(profile as RegulationProfile).find(({ kind }) => kind === 'application')!.definition;

test.each([
	['kuzbass', kuzbass, ['org_full_name', 'location', 'contacts-1', 'contacts-3', 'org_head']],
	['lenobl', lenobl, ['org_full_name', 'legal_address', 'contacts-1', 'contacts-3', 'org_head']]
])('R13: an application under «%s» begins with what the registry knows', (_, profile, keys) => {
	const answer = prefilled(form(profile), known);
	expect(Object.keys(answer)).toEqual(keys);
	expect(Object.values(answer)).toEqual([known.title, known.address, known.phone, known.email, known.head]);
	expect(validate(form(profile), answer, 'draft')).toEqual([]);
});

test('R13: under words of no known source the licence, the number and the site are found; the leader is not its head', () => {
	const field = (key: string, label: string) => ({ key, label, kind: 'shortText' as const });
	const own: FormDefinition = {
		...{ key: 'application', title: 'Заявка' },
		sections: [
			{
				key: 'all',
				fields: [
					field('licence', '1. Реквизиты лицензии'),
					field('inn', '2. ИНН'),
					field('site', '3. Официальный сайт'),
					field('leader', '4. ФИО руководителя стажировочной площадки'),
					field('theme', '5. Тема')
				]
			}
		]
	};
	expect(prefilled(own, known)).toEqual({
		licence: '№ 18-77 от 1\u00a0марта 2021\u00a0г.',
		inn: '4200000000',
		site: 'https://shkola7.example'
	});
	expect(prefilled(own, { ...known, licence: null, inn: null, website: null })).toEqual({});
});
