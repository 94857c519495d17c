import { longDate, plural } from '../../certificates/russian.ts';
import type { Block, Paper } from '../paper.ts';

type Spoken = { at: string; name: string; text: string; /** Whose words are answered. */ to: string | null };

const SMILES =
	/(\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(\p{Emoji_Modifier}|\p{Extended_Pictographic}|\u200D|\uFE0F)*/gu;

/** What people type in a chat and no font of a paper has: pictures, and the signs that a printer named. */
export function inLetters(text: string, unprintable: readonly string[] = []): string {
	return unprintable.reduce((so, sign) => so.replaceAll(sign, '(знак)'), text.replace(SMILES, '(смайлик)'));
}

export type ConferenceRecordFacts = {
	/** The organisation that stands for the site, and the site. */
	organisation: string;
	site: string;
	title: string;
	about: string;
	day: string;
	/** By the clock of the site. */
	from: string;
	until: string;
	moderators: string[];
	participants: string[];
	/** In the order in which they had the floor; `title` is null for a question or an answer. */
	turns: { name: string; title: string | null; from: string; until: string }[];
	/** Of the programme, whose turn did not come. */
	unheard: { name: string; title: string }[];
	words: Spoken[];
};

/** Протокол и стенограмма чат-конференции (R62): who was there, who spoke in what order, every word. */
export function conferenceRecord(facts: ConferenceRecordFacts): Paper {
	const { organisation, site, title, about, day, from, until, moderators, participants } = facts;
	const present = `${participants.length} ${plural(participants.length, 'человек', 'человека', 'человек')}`;
	return {
		title: `Протокол чат-конференции: ${title}`,
		author: organisation,
		orientation: 'portrait',
		blocks: [
			{ kind: 'organisation', lines: [organisation] },
			{ kind: 'title', document: 'ПРОТОКОЛ', subject: `чат-конференции «${title}»` },
			{
				kind: 'facts',
				facts: [
					{ label: 'Стажировочная площадка', value: site },
					{ label: 'Дата', value: longDate(day) },
					{ label: 'Время', value: `с ${from} до ${until}` },
					...(about ? [{ label: 'О чём', value: about }] : []),
					{ label: 'Ведущий', value: moderators.join(', ') },
					{ label: 'Участвовали', value: present }
				]
			},
			{ kind: 'heading', level: 1, text: 'Участники' },
			{ kind: 'numbered', items: participants.map((name) => ({ text: name })) },
			...order(facts),
			...transcript(facts.words),
			{
				kind: 'signatures',
				signatures: moderators.map((name) => ({ position: 'Ведущий', name }))
			}
		]
	};
}

function order({ turns, unheard }: ConferenceRecordFacts): Block[] {
	return [
		{ kind: 'heading', level: 1, text: 'Порядок выступлений' },
		{
			kind: 'table',
			columns: [
				{ title: '№', share: 0.4, align: 'centre' },
				{ title: 'Время', share: 1, align: 'centre' },
				{ title: 'Выступающий', share: 2 },
				{ title: 'Тема', share: 2.4 }
			],
			rows: turns.map(({ name, title, from, until }, n) => [
				String(n + 1),
				`${from}–${until}`,
				name,
				title ?? 'Вопрос или ответ'
			])
		},
		...(unheard.length
			? [
					{ kind: 'paragraph', text: 'Не выступили:', align: 'left' } as const,
					{ kind: 'list', items: unheard.map(({ name, title }) => `${name}: ${title}`) } as const
				]
			: [])
	];
}

function transcript(words: Spoken[]): Block[] {
	const lines = words.map(({ at, name, text, to }): Block => {
		const who = to === null ? name : `${name} (в ответ: ${to})`;
		return { kind: 'paragraph', text: `${at}. ${who}: ${text}`, align: 'left' };
	});
	const none: Block = { kind: 'paragraph', text: 'Сообщений не было.', align: 'left' };
	return [{ kind: 'heading', level: 1, text: 'Стенограмма' }, ...(lines.length ? lines : [none])];
}
