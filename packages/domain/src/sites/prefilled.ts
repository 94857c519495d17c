import { longDate } from '../certificates/index.ts';
import { fieldsOf, type Answer, type Field, type FormDefinition } from '../forms/index.ts';

/** What the registry knows of an organisation that applies; null: nobody has said. */
export type KnownOrganisation = {
	title: string;
	address: string | null;
	head: string | null;
	phone: string | null;
	email: string | null;
	website: string | null;
	inn: string | null;
	licence: { number: string; date: string } | null;
};

type Asked = keyof KnownOrganisation;

/** Words by which sources ask for these, the surest first; a place of an application speaks of its organisation. */
const WORDS: readonly (readonly [Asked, RegExp])[] = [
	['licence', /лицензи/iu],
	['inn', /(?<!\p{L})ИНН(?!\p{L})/u],
	['head', /(фио|фамили|(?<!\p{L})имя).*руководител\p{L}*\s+.*(организаци|учреждени|школы)/iu],
	['title', /(полное\s+)?наименование\s+.*(организаци|учреждени)/iu],
	['address', /^[\d.\s]*((юридическ|почтов|фактическ)\p{L}*\s+)?(адрес|место\s+нахождения)/iu],
	['website', /(?<!\p{L})(сайт|официальн\p{L}*\s+сайт)/iu]
];

/** The sheet of an application as its author finds it: what the registry knows stands there, to be corrected. */
export function prefilled(definition: FormDefinition, known: KnownOrganisation): Answer {
	const told = fieldsOf(definition).flatMap((field): [string, string][] => {
		const asked = askedBy(field);
		const value = asked && textOf(known, asked);
		return value ? [[field.key, value]] : [];
	});
	return Object.fromEntries(told);
}

function askedBy(field: Field): Asked | undefined {
	const { kind, label } = field;
	if (kind === 'shortText' && field.pattern === 'email') return 'email';
	if (kind === 'shortText' && field.pattern === 'online') return 'email';
	if (kind === 'shortText' && field.pattern === 'phone') return /факс/iu.test(label) ? undefined : 'phone';
	const isText = kind === 'shortText' || kind === 'longText' || kind === 'person';
	return isText ? WORDS.find(([, words]) => words.test(label))?.[0] : undefined;
}

function textOf({ licence, ...known }: KnownOrganisation, asked: Asked): string | null {
	if (asked !== 'licence') return known[asked];
	return licence && `№ ${licence.number} от ${longDate(licence.date)}`;
}
