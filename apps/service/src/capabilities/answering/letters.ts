import { fullName } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';
import type { Open } from './asked.ts';

type Name = Parameters<typeof fullName>[0];
type Waiting = Open & { person: Name | undefined };

/** To a tutor: who has waited longer than was agreed. Words of the questions stay in the chat. */
export function overdue(to: Name & { email: string }, waiting: Waiting[], link: string): Letter {
	const lines = waiting.map(
		({ person, terms, waiting: { hours } }) =>
			`– ${person ? fullName(person) : 'стажёр'}, ${terms.cohort}: ${hours} рабочих ч (договорились ${terms.agreement.hours})`
	);
	return {
		to: to.email,
		subject: `Ждут вашего ответа: ${waiting.length}`,
		text: `Здравствуйте, ${to.givenName}!

Стажёры ждут ответа дольше, чем договорились:
${lines.join('\n')}

Ответить или отметить, что ответ не нужен:
${link}`
	};
}

type MissedRoom = { roomId: string; kind: string; cohort: string; count: number };

const ROOMS: Record<string, string> = {
	private: 'Личный чат',
	group: 'Чат группы',
	working_group: 'Рабочая группа',
	staff: 'Команда площадки',
	association: 'Методическое объединение',
	conference: 'Чат-конференция'
};

/** To whoever has not read the chat: how much and where. Its link and its header refuse all later ones. */
export function missed(
	to: { email: string; givenName: string },
	rooms: MissedRoom[],
	{ origin, token }: { origin: string; token: string }
): Letter {
	const lines = rooms.map(
		({ roomId, kind, cohort, count }) =>
			`– ${ROOMS[kind] ?? 'Обсуждение'}, ${cohort}. Новых сообщений: ${count}\n  ${origin}/chat/${roomId}`
	);
	return {
		to: to.email,
		subject: 'Непрочитанное в чате',
		text: `Здравствуйте, ${to.givenName}!

Пока вас не было, в чате написали:
${lines.join('\n')}

Такое письмо приходит не чаще раза в день. Больше не присылать:
${origin}/digest/${token}`,
		headers: {
			'List-Unsubscribe': `<${origin}/api/digest-refusals/${token}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
		}
	};
}
