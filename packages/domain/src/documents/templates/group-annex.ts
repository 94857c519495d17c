import { longDate } from '../../certificates/russian.ts';
import type { Registered } from '../facts.ts';
import type { Paper } from '../paper.ts';
import { annexTo } from '../parts.ts';

export type GroupAnnexFacts = Registered & {
	/** Whose order it is an annex of. */
	organisation: string;
	title: string;
	direction: string;
	from: string;
	lastDay: string | null;
	members: { name: string; part: string }[];
};

/** The project team as an annex to the order that made it (R67); what is not known of the order is filled by hand. */
export function groupAnnex(facts: GroupAnnexFacts): Paper {
	const { organisation, title, direction, from, lastDay, members } = facts;
	const term = lastDay ? `с ${longDate(from)} по ${longDate(lastDay)}` : `с ${longDate(from)}`;
	return {
		title: `Состав рабочей группы: ${title}`,
		author: organisation,
		orientation: 'portrait',
		blocks: [
			annexTo(1, `к приказу ${organisation}`, facts),
			{ kind: 'title', document: 'СОСТАВ', subject: `рабочей группы «${title}»` },
			{
				kind: 'facts',
				facts: [
					{ label: 'Направление работы', value: direction },
					{ label: 'Срок', value: term }
				]
			},
			{
				kind: 'table',
				columns: [
					{ title: '№', share: 0.4, align: 'centre' },
					{ title: 'Фамилия, имя, отчество', share: 2.4 },
					{ title: 'Должность, роль в группе', share: 2.4 }
				],
				rows: members.map(({ name, part }, n) => [String(n + 1), name, part])
			}
		]
	};
}
