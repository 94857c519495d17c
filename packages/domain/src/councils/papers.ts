import { localDay } from '../calendar/index.ts';
import { longDate } from '../certificates/russian.ts';
import { gap, place, signature, words, type Block, type Paper, type Words } from '../documents/index.ts';
import type { Outcome, Stand } from './agenda.ts';
import type { CouncilRole } from './composition.ts';
import type { Standing } from './conflicts.ts';

/** Councils go by the clock of the capital, as acts are dated. */
const ZONE = 'Europe/Moscow';

type Sitting = { name: string; role: CouncilRole; present: boolean };
/** Somebody who was there and had no vote on a question, and why. */
type Barred = { name: string; why: Exclude<Standing, 'free'> };

export type MinutesFacts = {
	council: string;
	/** «приказ Института от 1 сентября 2026 г. № 17». */
	act: string;
	number: number;
	day: string;
	beginsAt: string;
	place: string;
	members: Sitting[];
	needed: number;
	items: {
		title: string;
		heard: string;
		/** Figures that were put with the question, as they stood on the day. */
		known: { at: string; lines: string[] } | null;
		decision: string;
		outcome: Outcome;
		stand: Stand;
		barred: Barred[];
	}[];
};

const ROLES: Record<CouncilRole, string> = {
	chair: 'председатель',
	deputy: 'заместитель председателя',
	secretary: 'секретарь',
	member: 'член совета'
};
const OUTCOMES: Record<Outcome, string> = {
	for: 'решение принято',
	against: 'решение не принято',
	postponed: 'вопрос отложен'
};

const WHY: Record<Barred['why'], string> = {
	conflict: 'конфликт интересов',
	undeclared: 'о конфликте интересов не сообщено'
};

/** Minutes of a meeting (R27): who was there and who was not, the quorum, each question with its votes, the decision, the signatures. */
export function minutesPaper(facts: MinutesFacts): Paper {
	const { council, number, day, members, needed, items } = facts;
	const present = members.filter((member) => member.present);
	const absent = members.filter((member) => !member.present);
	return {
		title: `Протокол № ${number}: ${council}`,
		author: council,
		orientation: 'portrait',
		blocks: [
			{ kind: 'organisation', lines: [council] },
			{ kind: 'title', document: 'ПРОТОКОЛ', subject: 'заседания совета' },
			place({ number: String(number), day }, null),
			{
				kind: 'facts',
				facts: [
					{ label: 'Начало', value: facts.beginsAt },
					{ label: 'Место', value: facts.place },
					{ label: 'Состав утверждён', value: facts.act },
					{
						label: 'Кворум',
						value: `в составе ${members.length}, присутствуют ${present.length}, для кворума нужно ${needed}: ${quorumWords(present.length >= needed)}`
					}
				]
			},
			{ kind: 'paragraph', text: 'ПРИСУТСТВОВАЛИ:', align: 'left' },
			{ kind: 'list', items: present.map(nameWithRole) },
			{ kind: 'paragraph', text: absent.length ? 'ОТСУТСТВОВАЛИ:' : 'Отсутствующих нет.', align: 'left' },
			...(absent.length ? [{ kind: 'list', items: absent.map(nameWithRole) } as const] : []),
			{ kind: 'paragraph', text: 'ПОВЕСТКА ДНЯ:', align: 'left' },
			{ kind: 'numbered', items: items.map(({ title }) => ({ text: title })) },
			...items.flatMap((item, n) => itemBlocks(item, n, needed)),
			{ kind: 'signatures', signatures: [signedBy(members, 'chair'), signedBy(members, 'secretary')] }
		]
	};
}

function itemBlocks(
	{ title, heard, known, decision, outcome, stand, barred }: MinutesFacts['items'][number],
	n: number,
	needed: number
): Block[] {
	const voters = stand.for + stand.against + stand.abstain + stand.silent;
	const without = barred.map(({ name, why }) => `${name} (${WHY[why]})`).join('; ');
	const cast = stand.cast ? ', при равенстве решил голос председательствующего' : '';
	return [
		{ kind: 'heading', level: 2, text: `${n + 1}. ${title}` },
		{ kind: 'paragraph', text: words`СЛУШАЛИ: ${heard || gap('кого и о чём слушали', 40)}` },
		...knownBlocks(known),
		...(without ? [{ kind: 'paragraph', text: `НЕ ГОЛОСОВАЛИ: ${without}.` } as const] : []),
		{
			kind: 'paragraph',
			text: `Вправе голосовать по вопросу: ${voters}, для кворума нужно ${needed}: ${quorumWords(stand.quorum)}.`
		},
		{
			kind: 'paragraph',
			text: `ГОЛОСОВАЛИ: за – ${stand.for}, против – ${stand.against}, воздержались – ${stand.abstain}${cast}.`
		},
		{ kind: 'paragraph', text: words`РЕШИЛИ (${OUTCOMES[outcome]}): ${decisionOf(decision, outcome)}` }
	];
}

function knownBlocks(known: MinutesFacts['items'][number]['known']): Block[] {
	if (!known?.lines.length) return [];
	const text = `Показатели деятельности на ${longDate(localDay(new Date(known.at), ZONE))}:`;
	return [
		{ kind: 'paragraph', text, align: 'left' },
		{ kind: 'list', items: known.lines }
	];
}

function nameWithRole({ name, role }: Sitting): string {
	return `${name}, ${ROLES[role]}`;
}

function quorumWords(reached: boolean): string {
	return reached ? 'кворум есть' : 'кворума нет';
}

function decisionOf(decision: string, outcome: Outcome): Words {
	if (decision) return decision;
	return outcome === 'postponed' ? 'отложить вопрос.' : gap('решение', 40);
}

/** Who presided in fact, where the chair was not there. */
function signedBy(members: Sitting[], role: 'chair' | 'secretary') {
	const there = members.filter(({ present }) => present);
	const own = there.find((member) => member.role === role);
	const deputy = role === 'chair' ? there.find((member) => member.role === 'deputy') : undefined;
	const position = role === 'chair' ? 'Председательствующий' : 'Секретарь';
	return signature({ position, name: (own ?? deputy)?.name ?? null }, position.toLowerCase());
}

export type ProposalFacts = {
	body: string;
	number: string;
	day: string;
	/** Whom it is made to: the one who grants the status, or ends it. */
	addressee: string | null;
	about: 'status' | 'termination';
	site: string;
	text: string;
};

/** Представление of the body that the regulation names (R4, R22). */
export function proposalPaper({ body, number, day, addressee, about, site, text }: ProposalFacts): Paper {
	const subject = about === 'status' ? 'о присвоении статуса' : 'о прекращении статуса';
	return {
		title: `Представление № ${number} от ${longDate(day)}`,
		author: body,
		orientation: 'portrait',
		blocks: [
			{ kind: 'organisation', lines: [body] },
			...(addressee ? [{ kind: 'paragraph', text: addressee, align: 'right' } as const] : []),
			{ kind: 'title', document: 'ПРЕДСТАВЛЕНИЕ', subject: `${subject}: ${site}` },
			place({ number, day }, null),
			{ kind: 'paragraph', text },
			{ kind: 'signatures', signatures: [signature(null, 'должность')] }
		]
	};
}
