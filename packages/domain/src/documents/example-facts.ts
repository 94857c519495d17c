import type { Institution, Named, Registered } from './facts.ts';
import type { Paper, Words } from './paper.ts';
import { agreedConsent } from './templates/agreed-consent.ts';
import { agreementNetwork } from './templates/agreement-network.ts';
import { agreementOperator } from './templates/agreement-operator.ts';
import { consentPd } from './templates/consent-pd.ts';
import { consentPublication } from './templates/consent-publication.ts';
import { groupAnnex } from './templates/group-annex.ts';
import { orderDates } from './templates/order-dates.ts';
import { orderEnrol } from './templates/order-enrol.ts';
import { orderFinish } from './templates/order-finish.ts';
import { protocol } from './templates/protocol.ts';
import { spravka } from './templates/spravka.ts';

export const institute: Institution = {
	title: 'ГАУ ДПО «Северореченский институт развития образования»',
	city: 'г. Северореченск',
	address: 'г. Северореченск, ул. Речная, д. 1',
	inn: '4200000000',
	ogrn: '1024200000000',
	licence: '№ 123 от 01.02.2020',
	head: { position: 'Ректор', name: 'Полозьев Д. И.' }
};
export const school: Institution = { title: 'МБОУ «Школа № 912»', city: null, head: null };

export const anna: Named = {
	surname: 'Вереснёва',
	givenName: 'Аглая',
	patronymic: 'Тихоновна',
	gender: 'f',
	position: 'учитель',
	organisation: 'МБОУ «Школа № 31»'
};
export const registered: Registered = { number: '12', day: '2027-02-26' };
export const programme = { title: 'Приёмы работы на уроке', hours: 12 };
export const period = { from: '2027-01-18', to: '2027-02-26' };

const signer = institute.head;
const common = { ...registered, organisation: institute, programme, period, signer };

/** Each of the templates filled with what is known of this example. */
export const EXAMPLES = {
	spravka: () =>
		spravka({
			...common,
			person: anna,
			progress: { minutes: 221, of: 540 },
			parts: [{ title: 'Практикум', minutes: 221, of: 270 }],
			why: 'expelled',
			order: registered
		}),
	order_dates: () =>
		orderDates({
			...common,
			cohort: 'Поток 1',
			grounds: [],
			sessions: [{ date: '2027-01-18', startsAt: '10:00', endsAt: '13:20', place: 'Каб. 214' }],
			tutors: [anna],
			participants: [anna]
		}),
	order_enrol: () =>
		orderEnrol({
			...{ ...common, grounds: [], tutors: [anna] },
			learners: [{ ...anna, cameBy: 'applied' }]
		}),
	order_finish: () =>
		orderFinish({
			...common,
			grounds: ['протокол итоговой аттестации от 25.02.2027 № 3'],
			finishedOn: '2027-02-26',
			finished: [{ person: anna, document: 'сертификат', documentNumber: '912-2027-0001' }],
			unfinished: [{ person: { ...anna, givenName: 'Инна' }, reason: 'по собственному желанию' }]
		}),
	protocol: () =>
		protocol({
			...common,
			commissionAct: null,
			chair: signer,
			secretary: null,
			members: [{ position: 'тьютор', name: 'Тан Линь' }],
			scale: 'наибольший балл – 18',
			results: [{ person: anna, points: '14,5', decision: 'зачтено', opinion: null }]
		}),
	agreement_network: () =>
		agreementNetwork({
			...common,
			base: institute,
			participant: school,
			parts: [],
			issuer: 'base',
			document: 'сертификат',
			...{ settlements: null, noticeDays: null },
			term: {}
		}),
	agreement_operator: () =>
		agreementOperator({
			...registered,
			operator: institute,
			site: school,
			siteTitle: null,
			theme: 'Внимание в классе',
			statusAct: 'приказ от 01.09.2026 № 5',
			regulation: null,
			duties: { operator: [], site: ['Проводить не менее двух мероприятий в год.'] },
			...{ reportDue: 'до 1 июня', settlements: 'не предусмотрены' },
			term: { from: '2027-01-01' }
		}),
	consent_pd: () =>
		consentPd({
			controller: institute,
			person: anna,
			purpose: 'Обучение и выдача документа.',
			data: ['фамилия, имя, отчество', 'место работы'],
			actions: ['сбор', 'хранение'],
			term: null,
			revoke: 'письмом оператору',
			processor: null,
			day: null
		}),
	group_annex: () =>
		groupAnnex({
			...registered,
			organisation: school.title,
			title: 'Проектная команда',
			direction: 'наставничество',
			from: '2027-01-18',
			lastDay: null,
			members: [{ name: 'Вереснёва Аглая Тихоновна', part: 'руководитель' }]
		}),
	agreed_consent: () =>
		agreedConsent({
			title: 'Согласие на рассылку новостей',
			text: 'Я даю согласие на получение новостей.',
			version: '2026-11-01',
			given: {
				person: { ...anna, email: 'anna@school.example' },
				at: '18 января 2027 г., 10:00',
				withdrawnAt: null,
				onPaper: false
			}
		}),
	consent_publication: () =>
		consentPublication({
			controller: institute,
			person: anna,
			purpose: 'Рассказ о стажировке.',
			resources: ['https://stazhirovka.example'],
			data: [{ title: 'Фамилия и имя', allowed: null, conditions: null }],
			term: null,
			revoke: null,
			day: null
		})
};

/** Everything that is printed, one text for each place; gaps are shown as «_». */
export function textsOf({ blocks }: Paper): string[] {
	return blocks.flatMap((block) => textsIn(block));
}

const UNPRINTED = new Set(['kind', 'align']);

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (isWords(value)) return [shown(value)];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => (UNPRINTED.has(key) ? [] : textsIn(part)));
}

function isWords(value: unknown): value is Exclude<Words, string> {
	return (
		Array.isArray(value) && value.some((span) => typeof span === 'object' && span !== null && 'gap' in span)
	);
}

function shown(text: Exclude<Words, string>): string {
	return text.map((span) => (typeof span === 'string' ? span : '_')).join('');
}
