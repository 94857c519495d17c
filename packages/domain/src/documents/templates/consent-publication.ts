import { fullName } from '../../certificates/names.ts';
import type { Institution, Named } from '../facts.ts';
import type { Paper } from '../paper.ts';
import { dayOr, gap, known, words } from '../wording.ts';

export type PublicationFacts = {
	controller: Pick<Institution, 'title' | 'address' | 'inn' | 'ogrn'>;
	person: Named & { email?: string | null; phone?: string | null };
	purpose: string;
	/** Addresses of the sites on which the data are shown. */
	resources: string[];
	/** Each kind of data, with what the person already said; `allowed: null` is marked by hand. */
	data: { title: string; allowed: boolean | null; conditions: string | null }[];
	term: string | null;
	revoke: string | null;
	day: string | null;
};

/** Согласие на распространение персональных данных: data, resource, conditions and bans, term (R158, 152-ФЗ ст. 10.1). */
export function consentPublication(facts: PublicationFacts): Paper {
	const { controller, person } = facts;
	const name = fullName(person);
	return {
		title: `Согласие на распространение персональных данных: ${name}`,
		author: controller.title,
		orientation: 'portrait',
		blocks: [
			{
				kind: 'title',
				document: 'СОГЛАСИЕ',
				subject:
					'на обработку персональных данных, разрешённых субъектом персональных данных для распространения'
			},
			{ kind: 'facts', facts: partiesOf(facts) },
			{
				kind: 'paragraph',
				text: words`Я, ${name}, в соответствии со статьёй 10.1 Федерального закона от 27.07.2006 № 152-ФЗ «О персональных данных» разрешаю оператору распространять мои персональные данные на условиях, указанных ниже.`
			},
			{ kind: 'facts', facts: [{ label: 'Цель', value: facts.purpose }] },
			{ kind: 'heading', level: 2, text: 'Информационные ресурсы' },
			facts.resources.length ? { kind: 'list', items: facts.resources } : { kind: 'lines', count: 2 },
			{ kind: 'heading', level: 2, text: 'Персональные данные, условия и запреты' },
			{
				kind: 'table',
				columns: [
					{ title: 'Персональные данные', share: 2 },
					{ title: 'Разрешаю (да или нет)', align: 'centre' },
					{ title: 'Условия и запреты', share: 2 }
				],
				rows: facts.data.map(({ title, allowed, conditions }) => [title, mark(allowed), conditions ?? ''])
			},
			{
				kind: 'note',
				text: 'Пустая графа «Условия и запреты» означает, что условия и запреты не установлены. Данные, напротив которых не написано «да», не распространяются.'
			},
			{ kind: 'paragraph', text: words`Согласие действует: ${known(facts.term, 'срок', 40)}.` },
			{
				kind: 'paragraph',
				text: words`Распространение прекращается по требованию субъекта персональных данных. Как подать требование: ${known(facts.revoke, 'способ', 40)}.`
			},
			{ kind: 'signatures', signatures: [{ position: name, name: null, day: dayOr(facts.day) }] }
		]
	};
}

function partiesOf({ controller, person }: PublicationFacts) {
	const contact = [person.phone, person.email].filter(Boolean).join(', ');
	return [
		{ label: 'Субъект персональных данных', value: fullName(person) },
		{
			label: 'Телефон, электронная почта или почтовый адрес',
			value: known(contact, 'телефон, почта или адрес', 40)
		},
		{
			label: 'Оператор',
			value: words`${controller.title}, адрес: ${known(controller.address, 'адрес', 30)}, ИНН ${known(controller.inn, 'ИНН', 14)}, ОГРН ${known(controller.ogrn, 'ОГРН', 16)}`
		}
	];
}

function mark(allowed: boolean | null): string | ReturnType<typeof gap> {
	if (allowed === null) return gap('да или нет', 6);
	return allowed ? 'да' : 'нет';
}
