import { programmeFile, type ProgrammeKey } from '@stazhirovka/db/seeds';
import { compile, type ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { expect, test } from 'vitest';
import { documentOf, snapshotOf } from './document.ts';

const SITE = {
	id: 's',
	title: 'Дворец творчества',
	head: null,
	address: 'пл. Небывалая, д. 7',
	dpoLicence: null,
	ownership: 'municipal' as const
};
const OPERATOR = {
	id: 'o',
	title: 'Северореченский ИРО',
	head: 'Полозьев Демьян Игнатович',
	address: 'г. Северореченск, ул. Придуманная, д. 12',
	dpoLicence: { number: 'ДЕМО-0000', date: '2024-01-15' },
	ownership: 'state' as const
};
const DAY = '2027-03-26';

function programmeOf(key: ProgrammeKey) {
	const document = programmeFile(key) as ProgrammeDocument;
	const compiled = compile(document);
	if (!compiled.ok) throw new Error(key);
	return { document, rules: compiled.value.rules, versionId: '', forms: new Map() };
}

test('R168: twelve hours end with a certificate of the site, whoever has a licence', () => {
	expect(documentOf(programmeOf('adhd-lesson-12h'), { organisation: SITE, operator: OPERATOR }, DAY)).toEqual(
		{
			kind: 'certificate',
			title: 'Сертификат о прохождении программы стажировки',
			reason: '12 часов: меньше 16, удостоверение о повышении квалификации выдать нельзя',
			issuer: SITE,
			because: {
				code: 'certificate.too_few_hours',
				details: {
					hours: 12,
					least: 16,
					act: 'приказ Минобрнауки России от 24.03.2025 № 266, п. 18',
					from: '2025-09-01',
					until: '2031-08-31'
				}
			},
			warnings: []
		}
	);
});

test('R168: sixteen hours end with an удостоверение of whoever has the licence, else with the fallback', () => {
	const programme = programmeOf('formative-16h');

	expect(documentOf(programme, { organisation: SITE, operator: OPERATOR }, DAY)).toMatchObject({
		kind: 'udostoverenie_pk',
		title: 'Удостоверение о повышении квалификации',
		issuer: OPERATOR
	});
	expect(
		documentOf(
			programme,
			{ organisation: { ...SITE, dpoLicence: OPERATOR.dpoLicence }, operator: OPERATOR },
			DAY
		).issuer.id
	).toBe('s');
	expect(documentOf(programme, { organisation: SITE, operator: null }, DAY)).toMatchObject({
		kind: 'certificate',
		title: 'Сертификат о прохождении программы стажировки',
		issuer: SITE
	});
});

test('R168: without a licence and a fallback nothing can be issued, and that is said', () => {
	const programme = programmeOf('formative-16h');
	const rules = { ...programme.rules, document: { ...programme.rules.document, fallback: null } };

	expect(() => documentOf({ ...programme, rules }, { organisation: SITE, operator: null }, DAY)).toThrow(
		'certificate.no_licence'
	);
});

test('an удостоверение is signed by the head of the one who issues it, in its town', () => {
	const facts = {
		holder: {
			id: 'p',
			surname: 'Тан',
			givenName: 'Линь',
			patronymic: null,
			gender: null,
			dative: null,
			email: ''
		},
		periodFrom: '2027-02-08',
		periodTo: '2027-03-26',
		site: { id: 's', title: 'Площадка', code: '77' },
		organisation: SITE,
		operator: OPERATOR
	};
	const issue = {
		number: '77-2027-0001',
		issuedOn: '2027-03-26',
		verifyUrl: 'https://x.example/v/A',
		signer: undefined,
		grounds: null
	};

	expect(snapshotOf(programmeOf('formative-16h'), facts, issue)).toEqual({
		...issue,
		signer: { position: 'Руководитель', name: 'Полозьев\u00a0Д.\u00a0И.' },
		grounds: null,
		kind: 'udostoverenie_pk',
		documentTitle: 'Удостоверение о повышении квалификации',
		surname: 'Тан',
		givenName: 'Линь',
		patronymic: null,
		gender: null,
		programmeTitle: 'Формирующее оценивание: обратная связь, которая помогает учиться',
		hours: 16,
		periodFrom: '2027-02-08',
		periodTo: '2027-03-26',
		siteTitle: 'Площадка',
		organisationTitle: 'Дворец творчества',
		issuerTitle: 'Северореченский ИРО',
		issuerCity: 'г. Северореченск'
	});
});

test('X1: a private operator issues no удостоверение to teachers of schools, and the page is told why', () => {
	const programme = programmeOf('formative-16h');
	const parties = { organisation: SITE, operator: { ...OPERATOR, ownership: 'private' as const } };
	expect(documentOf(programme, parties, DAY)).toMatchObject({
		kind: 'certificate',
		issuer: SITE,
		because: { code: 'certificate.private_issuer' }
	});
	expect(documentOf(programme, parties, '2025-08-31')).toMatchObject({
		kind: 'udostoverenie_pk',
		because: null
	});
	expect(
		documentOf(programme, { organisation: SITE, operator: { ...OPERATOR, ownership: null } }, DAY).warnings
	).toEqual(['certificate.ownership_unknown']);
});
