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
